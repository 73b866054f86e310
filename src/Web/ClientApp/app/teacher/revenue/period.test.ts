import { describe, expect, it } from 'vitest';
import { intervalFor, lastDay, lastDays, nextDay } from './period';

describe('a period', () => {
  it('ends with today', () => expect(lastDays(30, new Date(2026, 2, 10))).toEqual({ from: '2026-02-09', to: '2026-03-11' }));
  it('knows where months end', () => expect([nextDay('2026-02-28'), nextDay('2028-02-28'), nextDay('2026-12-31')]).toEqual(['2026-03-01', '2028-02-29', '2027-01-01']));
  it('ends the day before', () => expect([lastDay('2026-03-01'), lastDay('2027-01-01')]).toEqual(['2026-02-28', '2026-12-31']));
  it('has bars that can be told apart', () =>
    expect([intervalFor('2026-03-01', '2026-03-31'), intervalFor('2026-01-01', '2026-04-01'), intervalFor('2025-01-01', '2026-01-01')]).toEqual(['day', 'week', 'month']));
});
