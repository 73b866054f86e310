import type { Translate } from '../i18n/i18n';

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

/** As short as it gets: beside an axis there is little room. */
export const formatAxisMoney = (amount: number, currency: string, locale: string) =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 }).format(amount);

export const formatAxisDay = (iso: string, locale: string, month: boolean, timeZone?: string) =>
  new Intl.DateTimeFormat(locale, month ? { month: 'short', year: 'numeric', timeZone } : { month: 'short', day: 'numeric', timeZone }).format(new Date(iso));

/** How long ago something was, in its largest unit: 3 days ago. */
export function formatAgo(iso: string, locale: string, now: number) {
  const minutes = Math.max(0, Math.floor((now - Date.parse(iso)) / 60_000));
  const [amount, unit] = minutes < 60 ? [minutes, 'minute' as const] : minutes < 48 * 60 ? [Math.floor(minutes / 60), 'hour' as const] : [Math.floor(minutes / 1440), 'day' as const];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'always' }).format(-amount, unit);
}

/** The zone of whoever looks, and its name. */
export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** A length of time in its largest units; what is nothing is not said: 1 h, 8 min 12 s. */
export function formatSpan(seconds: number, t: Translate) {
  const whole = Math.abs(seconds);
  const parts = [
    { unit: 'time.h', amount: Math.floor(whole / 3600) },
    { unit: 'time.m', amount: Math.floor((whole % 3600) / 60) },
    { unit: 'time.s', amount: whole % 60 },
  ] as const;
  const said = parts.filter(({ amount }) => amount > 0);
  return (said.length > 0 ? said : parts.slice(2)).map(({ unit, amount }) => t(unit, { amount })).join(' ');
}
