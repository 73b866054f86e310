interface Line {
  id: string;
  created_at: string;
}

interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

const mostPages = 5;

/** Looks in a ledger, newest first, for some lines that were written together. What lies too deep is not found. */
export async function findLines<T extends Line>(ids: string[], writtenAt: string, read: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const found: T[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < mostPages; pages++) {
    const { items, next_cursor } = await read(cursor);
    found.push(...items.filter((line) => ids.includes(line.id)));
    const passed = items.some((line) => Date.parse(line.created_at) < Date.parse(writtenAt));
    if (found.length === ids.length || passed || next_cursor === null) break;
    cursor = next_cursor;
  }
  return found;
}
