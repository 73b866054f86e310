import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../../api/client';
import { Facts } from '../../components/facts';
import { Money, useFormat } from '../../components/money';
import { formatPercent } from '../../format/format';
import { useI18n, type MessageKey } from '../../i18n/i18n';
import { Attendance } from './attendance';
import { LedgerLines } from './ledger-lines';
import type { Hold, Receipt } from './receipt';

/** What became of the money, and every step from the attendance to there. */
export function Settled({ receipt, hold, session }: { receipt: Receipt; hold: Hold; session: Schemas['SessionView'] }) {
  const { t, locale } = useI18n();
  const { money, time } = useFormat();
  const { commission, policy } = receipt;
  const percent = (value: number) => formatPercent(value, locale);
  const released = receipt.outcome === 'released';
  const cancelled = receipt.reason === 'session_cancelled';

  return (
    <>
      <div>
        <Text size="lg">
          {released ? t('receipt.released', { net: money(commission.net) }) : t('receipt.refunded', { amount: money(hold.amount) })}
          {released && commission.fee > 0 && ` ${t('receipt.kept', { fee: money(commission.fee), amount: money(commission.gross) })}`}
        </Text>
        <Text>{t(`reason.${receipt.reason}`)}</Text>
        <Text size="sm" c="dimmed">
          {t('receipt.settledAt', { when: time(receipt.settled_at) })}
        </Text>
      </div>
      {!cancelled && (
        <Part title={t('student.attendance')}>
          <Attendance receipt={receipt} session={session} />
        </Part>
      )}
      {!cancelled && (
        <Part title={t('receipt.rule')}>
          <Text>{t(`receipt.ruleText.${policy.name}` as MessageKey, { percent: percent(receipt.threshold_percentage) })}</Text>
          {released && <Text>{t(`receipt.commissionText.${commission.rule}` as MessageKey, { rate: percent(commission.rate * 100) })}</Text>}
          <Text size="sm" c="dimmed">
            {t('receipt.version', { name: policy.name, version: policy.version })}
          </Text>
        </Part>
      )}
      <Part title={t('receipt.money')}>
        <Facts
          label={t('receipt.money')}
          facts={[
            { name: t('receipt.price'), value: <Money amount={hold.amount} /> },
            ...(released
              ? [
                  { name: t('receipt.commission', { rate: percent(commission.rate * 100) }), value: <Money amount={-commission.fee} /> },
                  { name: t('receipt.net'), value: <Money amount={commission.net} />, strong: true },
                ]
              : [{ name: t('receipt.back'), value: <Money amount={hold.amount} />, strong: true }]),
          ]}
        />
      </Part>
      <Part title={t('receipt.rows')}>
        <LedgerLines receipt={receipt} hold={hold} />
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {title}
      </Title>
      {children}
    </Stack>
  );
}
