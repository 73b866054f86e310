export interface Span {
  from: number;
  to: number;
}

/** A stay as it is drawn: from where on its end is only inferred, if it is. */
export interface DrawnStay extends Span {
  seenTo: number;
}

interface Stay {
  joined_at: string;
  left_at: string | null;
  ended_by: string | null;
}

/** A stay in milliseconds; one that goes on is drawn until a moment that is given. */
export function drawn({ joined_at, left_at, ended_by }: Stay, until: number): DrawnStay {
  const from = Date.parse(joined_at);
  const to = left_at === null ? Math.max(from, until) : Date.parse(left_at);
  const seen = ended_by === 'left' || ended_by === 'aborted';
  return { from, to, seenTo: seen ? to : from };
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

/** The part of a span that lies in the window; null where none does. */
export function within(span: Span, window: Span): Span | null {
  const [from, to] = [Math.max(span.from, window.from), Math.min(span.to, window.to)];
  return from < to ? { from, to } : null;
}
