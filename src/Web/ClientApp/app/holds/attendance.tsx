import { Group, Text } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { Facts } from '../../components/facts';
import { useFormat } from '../../components/money';
import { formatPercent } from '../../format/format';
import { useI18n } from '../../i18n/i18n';
import { Margin } from './margin';
import { Meter } from './meter';
import type { Receipt } from './receipt';
import { Timeline } from './timeline';

/** When they were there, how much of that counts, and how much would have been enough. */
export function Attendance({ receipt, session }: { receipt: Receipt; session: Schemas['SessionView'] }) {
  const { t, locale } = useI18n();
  const { span } = useFormat();
  const start = Date.parse(session.scheduled_at);
  const bounds = { certain: receipt.certain_seconds, attended: receipt.attended_seconds, possible: receipt.possible_seconds };
  const percent = (value: number) => formatPercent(value, locale);

  return (
    <>
      <Timeline scheduled={{ from: start, to: start + receipt.duration_seconds * 1000 }} student={receipt.intervals} teacher={receipt.teacher_presence.intervals ?? []} />
      <div aria-hidden>
        <Group gap="xs" justify="space-between">
          <Text size="sm">{t('receipt.counts')}</Text>
          <Text size="xs" c="dimmed">
            {t('receipt.line', { percent: percent(receipt.threshold_percentage) })}
          </Text>
        </Group>
        <Meter bounds={bounds} line={receipt.required_seconds} whole={receipt.duration_seconds} />
      </div>
      <Facts
        label={t('student.attendance')}
        facts={[
          { name: t('receipt.counted'), value: `${span(receipt.attended_seconds)} (${percent(receipt.attendance_percentage ?? 0)})` },
          { name: t('receipt.needed', { total: span(receipt.duration_seconds) }), value: `${span(receipt.required_seconds)} (${percent(receipt.threshold_percentage)})` },
          {
            name: t('receipt.margin'),
            value: <Margin seconds={receipt.margin_seconds} />,
          },
        ]}
      />
      <Text size="xs" c="dimmed">
        {t('receipt.once')}
      </Text>
    </>
  );
}
