/** Dates as the API takes them: the first day, and the day after the last one. */
export function lastDays(days: number, today: Date): { from: string; to: string } {
  return { from: isoDay(addDays(today, 1 - days)), to: isoDay(addDays(today, 1)) };
}

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
export const intervalFor = (from: string, to: string): 'day' | 'week' | 'month' => {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return days <= 45 ? 'day' : days <= 200 ? 'week' : 'month';
};
