import { describe, expect, it } from 'vitest';
import { drawn, placeOf, windowOf, within } from './scale';

describe('the time line', () => {
  const lesson = { from: 1_000, to: 2_000 };

  it('shows at least the scheduled window', () => expect(windowOf(lesson, [])).toEqual(lesson));

  it('reaches as far as the stays do', () =>
    expect(windowOf(lesson, [{ from: 500, to: 700 }, { from: 1_500, to: 2_500 }])).toEqual({ from: 500, to: 2_500 }));

  it('draws to scale', () => expect(placeOf({ from: 1_250, to: 1_500 }, lesson)).toEqual({ left: 25, width: 25 }));

  it('draws a moment too', () => expect(placeOf({ from: 2_000, to: 2_000 }, lesson)).toEqual({ left: 100, width: 0.3 }));

  it('cuts off what lies outside', () => {
    expect(within({ from: 0, to: 1_500 }, lesson)).toEqual({ from: 1_000, to: 1_500 });
    expect(within({ from: 2_000, to: 3_000 }, lesson)).toBeNull();
  });
});

describe('a stay', () => {
  const iso = (seconds: number) => new Date(seconds * 1000).toISOString();
  const stay = (ended_by: string | null, left: number | null) =>
    drawn({ joined_at: iso(10), left_at: left === null ? null : iso(left), ended_by }, 40_000);

  it.each(['left', 'aborted'])('that ended by %s was seen to its end', (end) => expect(stay(end, 30)).toEqual({ from: 10_000, to: 30_000, seenTo: 30_000 }));
  it.each(['room_finished', 'session_completed', 'not_seen'])('whose end is known by %s only was not', (end) => expect(stay(end, 30).seenTo).toBe(10_000));
  it('that goes on is drawn until now', () => expect(stay(null, null)).toEqual({ from: 10_000, to: 40_000, seenTo: 10_000 }));
});
