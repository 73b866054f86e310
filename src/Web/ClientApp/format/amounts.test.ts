import { describe, expect, it } from 'vitest';
import { isAmount, leastPart, restOf } from './amounts';

describe('a part of an amount', () => {
  it.each([
    [50, 20, 30],
    [0.3, 0.1, 0.2],
    [100, 33.33, 66.67],
    [99_999_999.99, 0.01, 99_999_999.98],
  ])('of %d, %d, leaves %d to the cent', (whole, part, rest) => expect(restOf(whole, part)).toBe(rest));

  it.each(['0', '0.00', '50', '50.00', '-1', '1.234', '', 'all', '1e1'])('is not %s of 50', (text) =>
    expect(isAmount(text, leastPart, restOf(50, leastPart))).toBe(false),
  );
  it.each(['0.01', '0,01', '49.99', ' 20 '])('can be %s of 50', (text) => expect(isAmount(text, leastPart, restOf(50, leastPart))).toBe(true));
});
