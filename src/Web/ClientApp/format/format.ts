/** Money and times as people of a place write them. Amounts come as exact decimal numbers; nothing is computed with them here. */
export const formatMoney = (amount: number, currency: string, locale: string, sign: 'auto' | 'exceptZero' = 'auto') =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, signDisplay: sign }).format(amount);

export const formatTime = (iso: string, locale: string, timeZone?: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(iso));

export const formatDay = (iso: string, locale: string, timeZone?: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(new Date(iso));

export const formatClock = (iso: string, locale: string, timeZone?: string) =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone }).format(new Date(iso));

export const formatPercent = (percent: number, locale: string) =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(percent / 100);

/** The zone of whoever looks, and its name. */
export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

