import { describe, expect, it } from 'vitest';
import { staysOf } from './visit';

describe('a visit', () => {
  it('without drops is one stay', () => expect(staysOf({ id: 'a', from: 5, to: 60, drops: 0 })).toEqual([[5, 60]]));
  it('with drops is several, and each costs half a minute', () =>
    expect(staysOf({ id: 'a', from: 0, to: 60, drops: 2 })).toEqual([[0, 19.5], [20, 39.5], [40, 60]]));
  it('that is short stays in order', () => staysOf({ id: 'a', from: 0, to: 1, drops: 5 }).forEach(([from, to]) => expect(to).toBeGreaterThanOrEqual(from)));
});
