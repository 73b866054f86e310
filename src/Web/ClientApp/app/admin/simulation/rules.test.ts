import { describe, expect, it } from 'vitest';
import { asItWas, bodyOf, isDays, isPercent } from './rules';

const period = { from: '2026-01-01', to: '2026-02-01' };

describe('the rules of a simulation', () => {
  it('stay as they were where nothing is typed', () =>
    expect(bodyOf(asItWas, period)).toMatchObject({ policy: null, threshold_percentage: null, referred_rate: null, standard_rate: null, hold_period: null }));

  it('are shares and ISO durations', () =>
    expect(bodyOf({ policy: 'fair-v2', threshold: '25', referred: '28,57', standard: '0', days: '3' }, period)).toMatchObject({
      policy: 'fair-v2',
      threshold_percentage: 25,
      referred_rate: 0.2857,
      standard_rate: 0,
      hold_period: 'P3D',
    }));

  it.each(['', '0', '100', '33.33', '7,5'])('take %s per cent', (text) => expect(isPercent(text)).toBe(true));
  it.each(['100.01', '-1', '1.234', 'half', '1e1'])('refuse %s per cent', (text) => expect(isPercent(text)).toBe(false));
  it.each(['', '0', '365'])('take %s days', (text) => expect(isDays(text)).toBe(true));
  it.each(['366', '1.5', '-1', 'x'])('refuse %s days', (text) => expect(isDays(text)).toBe(false));
});
