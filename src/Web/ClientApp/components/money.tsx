import { useQuery } from '@tanstack/react-query';
import { settingsQuery } from '../api/queries';
import { formatDay, formatMoney, formatSpan, formatTime } from '../format/format';
import { useI18n } from '../i18n/i18n';

/** Formats amounts in the deployment's currency and times in the reader's place. */
export function useFormat() {
  const { locale, t } = useI18n();
  const currency = useQuery(settingsQuery).data?.currency ?? 'USD';
  return {
    locale,
    currency,
    money: (amount: number, sign?: 'auto' | 'exceptZero') => formatMoney(amount, currency, locale, sign),
    time: (iso: string) => formatTime(iso, locale),
    day: (iso: string, timeZone?: string) => formatDay(iso, locale, timeZone),
    span: (seconds: number) => formatSpan(seconds, t),
  };
}

export function Money({ amount, sign }: { amount: number; sign?: 'exceptZero' }) {
  return <span className="amount">{useFormat().money(amount, sign)}</span>;
}
