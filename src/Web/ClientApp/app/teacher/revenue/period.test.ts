import { describe, expect, it } from 'vitest';
import { intervalFor, lastDay, lastDays, nextDay, presetOf, presets, rangeIn } from './period';

const today = new Date(2026, 2, 10);

describe('a period', () => {
  it('ends with today', () => expect(lastDays(30, today)).toEqual({ from: '2026-02-09', to: '2026-03-11' }));
  it('knows where months end', () => expect([nextDay('2026-02-28'), nextDay('2028-02-28'), nextDay('2026-12-31')]).toEqual(['2026-03-01', '2028-02-29', '2027-01-01']));
  it('ends the day before', () => expect([lastDay('2026-03-01'), lastDay('2027-01-01')]).toEqual(['2026-02-28', '2026-12-31']));
  it('has bars that can be told apart', () =>
    expect([{ from: '2026-03-01', to: '2026-03-31' }, { from: '2026-01-01', to: '2026-04-01' }, { from: '2025-01-01', to: '2026-01-01' }].map(intervalFor)).toEqual([
      'day', 'week', 'month',
    ]));
});

describe('a period with a name', () => {
  it('is whole months and years', () =>
    expect([presets.month(today), presets.lastMonth(new Date(2026, 0, 31)), presets.lastYear(today)]).toEqual([
      { from: '2026-03-01', to: '2026-04-01' },
      { from: '2025-12-01', to: '2026-01-01' },
      { from: '2025-01-01', to: '2026-01-01' },
    ]));
  it('is known again', () => expect(presetOf({ from: '2026-02-01', to: '2026-03-01' }, today)).toBe('lastMonth'));
  it('has none when it is somebody’s own', () => expect(presetOf({ from: '2026-02-02', to: '2026-03-01' }, today)).toBeUndefined());
});

describe('a period in an address', () => {
  const read = (text: string) => rangeIn(new URLSearchParams(text), today);
  it('is taken as it stands', () => expect(read('from=2026-01-05&to=2026-01-20')).toEqual({ from: '2026-01-05', to: '2026-01-20' }));
  it.each(['', 'from=2026-01-05', 'from=2026-02-30&to=2026-03-05', 'from=x&to=y', 'from=2026-01-05&to=2026-01-05'])('is the last 90 days when it says %j', (text) =>
    expect(read(text)).toEqual(lastDays(90, today)));
});
