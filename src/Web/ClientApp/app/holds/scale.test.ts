import { describe, expect, it } from 'vitest';
import { placeOf, windowOf } from './scale';

describe('the time line', () => {
  const lesson = { from: 1_000, to: 2_000 };

  it('shows at least the scheduled window', () => expect(windowOf(lesson, [])).toEqual(lesson));

  it('reaches as far as the stays do', () =>
    expect(windowOf(lesson, [{ from: 500, to: 700 }, { from: 1_500, to: 2_500 }])).toEqual({ from: 500, to: 2_500 }));

  it('draws to scale', () => expect(placeOf({ from: 1_250, to: 1_500 }, lesson)).toEqual({ left: 25, width: 25 }));

  it('draws a moment too', () => expect(placeOf({ from: 2_000, to: 2_000 }, lesson)).toEqual({ left: 100, width: 0.3 }));
});
