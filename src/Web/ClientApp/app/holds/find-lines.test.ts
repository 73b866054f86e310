import { describe, expect, it } from 'vitest';
import { findLines } from './find-lines';

const line = (number: number) => ({ id: `line-${number}`, created_at: new Date(Date.UTC(2026, 0, number)).toISOString() });

/** A ledger with so many lines, one a day, that is read two at a time. */
function ledger(lines: number) {
  const all = Array.from({ length: lines }, (_, index) => line(lines - index));
  const reads: (string | undefined)[] = [];
  const read = async (cursor: string | undefined) => {
    reads.push(cursor);
    const start = Number(cursor ?? 0);
    return { items: all.slice(start, start + 2), next_cursor: start + 2 < all.length ? String(start + 2) : null };
  };
  return { reads, read };
}

describe('lines of a ledger', () => {
  it('are found behind newer ones, and no further is read', async () => {
    const { reads, read } = ledger(9);
    expect(await findLines(['line-6'], line(6).created_at, read)).toEqual([line(6)]);
    expect(reads).toEqual([undefined, '2']);
  });

  it('that are not there are not looked for among older ones', async () => {
    const { reads, read } = ledger(9);
    expect(await findLines(['other'], line(8).created_at, read)).toEqual([]);
    expect(reads).toHaveLength(2);
  });

  it('end where the ledger does', async () => expect(await findLines(['other'], line(1).created_at, ledger(3).read)).toEqual([]));

  it('are given up when they lie too deep', async () => {
    const { reads, read } = ledger(40);
    expect(await findLines(['line-1'], line(1).created_at, read)).toEqual([]);
    expect(reads).toHaveLength(5);
  });
});
