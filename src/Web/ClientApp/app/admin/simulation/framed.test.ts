import { describe, expect, it } from 'vitest';
import { framed } from './framed';

describe('a histogram', () => {
  it('without a step stays empty', () => expect(framed([])).toEqual([]));
  it('shows both sides of the threshold', () =>
    expect(framed([{ from: 5, to: 10, holds: 3 }]).map(({ from, holds }) => [from, holds])).toEqual([[-10, 0], [-5, 0], [0, 0], [5, 3]]));
  it('reaches as far as its steps do', () => {
    const steps = framed([{ from: -20, to: -15, holds: 1 }]);
    expect([steps[0], steps.at(-1)]).toEqual([{ from: -20, to: -15, holds: 1 }, { from: 5, to: 10, holds: 0 }]);
  });
});
