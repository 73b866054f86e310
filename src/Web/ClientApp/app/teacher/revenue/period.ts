/** Dates as the API takes them: the first day, and the day after the last one. */
export interface Range {
  from: string;
  to: string;
}

export const lastDays = (days: number, today: Date): Range => ({ from: isoDay(addDays(today, 1 - days)), to: isoDay(addDays(today, 1)) });

const months = (year: number, month: number, count: number): Range => ({ from: isoDay(new Date(year, month, 1)), to: isoDay(new Date(year, month + count, 1)) });

/** The periods that people ask for by name. */
export const presets = {
  days30: (today: Date) => lastDays(30, today),
  days90: (today: Date) => lastDays(90, today),
  month: (today: Date) => months(today.getFullYear(), today.getMonth(), 1),
  lastMonth: (today: Date) => months(today.getFullYear(), today.getMonth() - 1, 1),
  year: (today: Date) => months(today.getFullYear(), 0, 12),
  lastYear: (today: Date) => months(today.getFullYear() - 1, 0, 12),
};

export type Preset = keyof typeof presets;

/** The name of a range, if it has one. */
export const presetOf = (range: Range, today: Date) =>
  (Object.keys(presets) as Preset[]).find((name) => presets[name](today).from === range.from && presets[name](today).to === range.to);

/** The range in an address; whatever is none stands for the last 90 days. */
export function rangeIn(params: URLSearchParams, today: Date): Range {
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? ''];
  return isDate(from) && isDate(to) && from < to ? { from, to } : presets.days90(today);
}

const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && nextDay(lastDay(text)) === text;

export const addDays = (day: Date, days: number) => new Date(day.getFullYear(), day.getMonth(), day.getDate() + days);

export const isoDay = (day: Date) =>
  `${String(day.getFullYear()).padStart(4, '0')}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;

/** The day after an ISO date. */
export const nextDay = (date: string) => {
  const [year, month, day] = date.split('-').map(Number);
  return isoDay(new Date(year!, month! - 1, day! + 1));
};

/** The last day of a period that ends before an ISO date. */
export const lastDay = (to: string) => {
  const [year, month, day] = to.split('-').map(Number);
  return isoDay(new Date(year!, month! - 1, day! - 1));
};

/** Short periods by day, long ones by week or month, so that a chart has bars that can be told apart. */
export const intervalFor = ({ from, to }: Range): Interval => {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return days <= 45 ? 'day' : days <= 200 ? 'week' : 'month';
};

export const intervals = ['day', 'week', 'month'] as const;
export type Interval = (typeof intervals)[number];
