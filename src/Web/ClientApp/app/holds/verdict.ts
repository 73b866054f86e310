import type { Bounds } from './meter';

/** What bounds say against the line: enough whatever was missed, not enough even so, or neither. */
export const verdictOf = ({ certain, possible }: Bounds, required: number) =>
  certain >= required ? 'enough' : possible < required ? 'tooLittle' : 'open';
