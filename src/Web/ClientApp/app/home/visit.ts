/** When somebody was in the room, in minutes of the lesson; connections drop so often in between. */
export interface Visit {
  id: string;
  from: number;
  to: number;
  drops: number;
  /** LiveKit never tells of the last leave. */
  lost?: boolean;
}

/** The stays of a visit: each drop costs half a minute. */
export function staysOf({ from, to, drops }: Visit): [number, number][] {
  const part = (to - from) / (drops + 1);
  return Array.from({ length: drops + 1 }, (_, number) => {
    const start = from + number * part;
    return [start, Math.max(start, start + part - (number < drops ? 0.5 : 0))];
  });
}
