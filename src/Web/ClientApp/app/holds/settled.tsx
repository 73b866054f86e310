import { Text } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { Facts } from '../../components/facts';
import { Money, useFormat } from '../../components/money';
import { Part } from '../../components/part';
import { formatPercent } from '../../format/format';
import { useI18n, type MessageKey } from '../../i18n/i18n';
import { Attendance } from './attendance';
import { Decision } from './decision';
import { LedgerLines } from './ledger-lines';
import type { Hold, Receipt } from './receipt';

/** What became of the money, and every step from the attendance to there. */
export function Settled({ receipt, hold, session }: { receipt: Receipt; hold: Hold; session: Schemas['SessionView'] }) {
  const { t, locale } = useI18n();
  const { money, time } = useFormat();
  const { commission, policy } = receipt;
  const percent = (value: number) => formatPercent(value, locale);
  const released = receipt.outcome === 'released';
  const split = released && receipt.refunded > 0;
  const cancelled = receipt.reason === 'session_cancelled';

  return (
    <>
      <div>
        <Text size="lg">
          {released && t('receipt.released', { net: money(commission.net) })}
          {released && commission.fee > 0 && ` ${t('receipt.kept', { fee: money(commission.fee), amount: money(commission.gross) })}`}
          {receipt.refunded > 0 && ` ${t('receipt.refunded', { amount: money(receipt.refunded) })}`}
        </Text>
        <Text>{t(`reason.${receipt.reason}`)}</Text>
        <Text size="sm" c="dimmed">
          {t('receipt.settledAt', { when: time(receipt.settled_at) })}
        </Text>
      </div>
      <Decision receipt={receipt} />
      {!cancelled && (
        <Part title={t('student.attendance')}>
          <Attendance receipt={receipt} session={session} />
        </Part>
      )}
      {!cancelled && (
        <Part title={t('receipt.rule')}>
          <Text>{receipt.decision ? t('decision.noRule') : t(`receipt.ruleText.${policy.name}` as MessageKey, { percent: percent(receipt.threshold_percentage) })}</Text>
          {released && <Text>{t(`receipt.commissionText.${commission.rule}` as MessageKey, { rate: percent(commission.rate * 100) })}</Text>}
          {!receipt.decision && (
            <Text size="sm" c="dimmed">
              {t('receipt.version', { name: policy.name, version: policy.version })}
            </Text>
          )}
        </Part>
      )}
      <Part title={t('receipt.money')}>
        <Facts
          label={t('receipt.money')}
          facts={[
            { name: t('receipt.price'), value: <Money amount={hold.amount} /> },
            ...(split ? [{ name: t('receipt.part'), value: <Money amount={commission.gross} /> }] : []),
            ...(released
              ? [
                  { name: t('receipt.commission', { rate: percent(commission.rate * 100) }), value: <Money amount={-commission.fee} /> },
                  { name: t('receipt.net'), value: <Money amount={commission.net} />, strong: true },
                ]
              : []),
            ...(receipt.refunded > 0 ? [{ name: t('receipt.back'), value: <Money amount={receipt.refunded} />, strong: true }] : []),
          ]}
        />
      </Part>
      <Part title={t('receipt.rows')}>
        <LedgerLines receipt={receipt} hold={hold} />
      </Part>
    </>
  );
}
