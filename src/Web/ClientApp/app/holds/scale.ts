export interface Span {
  from: number;
  to: number;
}

/** The time that is drawn: the scheduled window and everything that lies around it, in milliseconds. */
export function windowOf(scheduled: Span, stays: Span[]): Span {
  return {
    from: Math.min(scheduled.from, ...stays.map((stay) => stay.from)),
    to: Math.max(scheduled.to, ...stays.map((stay) => stay.to)),
  };
}

/** Where a span lies in the window, in per cent; a moment is still drawn as wide as a hair. */
export function placeOf(span: Span, window: Span): { left: number; width: number } {
  const length = Math.max(1, window.to - window.from);
  const left = ((span.from - window.from) / length) * 100;
  return { left, width: Math.max(0.3, ((span.to - span.from) / length) * 100) };
}
