import { Badge, Box, Group, Text } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { Facts } from '../../components/facts';
import { useFormat } from '../../components/money';
import { formatPercent } from '../../format/format';
import { useI18n } from '../../i18n/i18n';
import type { Receipt } from './receipt';
import { Timeline } from './timeline';

/** When they were there, how much of that counts, and how much would have been enough. */
export function Attendance({ receipt, session }: { receipt: Receipt; session: Schemas['SessionView'] }) {
  const { t, locale } = useI18n();
  const { span } = useFormat();
  const margin = receipt.margin_seconds;
  const percent = (value: number) => formatPercent(value, locale);

  return (
    <>
      <Timeline receipt={receipt} session={session} />
      <div aria-hidden>
        <Group gap="xs" justify="space-between">
          <Text size="sm">{t('receipt.counts')}</Text>
          <Text size="xs" c="dimmed">
            {t('receipt.line', { percent: percent(receipt.threshold_percentage) })}
          </Text>
        </Group>
        <Meter value={receipt.attended_seconds} line={receipt.required_seconds} whole={receipt.duration_seconds} />
      </div>
      <Facts
        label={t('student.attendance')}
        facts={[
          { name: t('receipt.counted'), value: `${span(receipt.attended_seconds)} (${percent(receipt.attendance_percentage ?? 0)})` },
          { name: t('receipt.needed', { total: span(receipt.duration_seconds) }), value: `${span(receipt.required_seconds)} (${percent(receipt.threshold_percentage)})` },
          {
            name: t('receipt.margin'),
            value: (
              <Badge size="lg" variant="light" color={margin >= 0 ? 'green' : 'red'} c="inherit">
                {margin > 0 ? t('receipt.above', { time: span(margin) }) : margin < 0 ? t('receipt.short', { time: span(margin) }) : t('receipt.exact')}
              </Badge>
            ),
          },
        ]}
      />
      <Text size="xs" c="dimmed">
        {t('receipt.once')}
      </Text>
    </>
  );
}

/** What counts, as a part of the session, and where the line is. The facts below say the same. */
function Meter({ value, line, whole }: { value: number; line: number; whole: number }) {
  const place = (seconds: number) => `${Math.min(100, (seconds / Math.max(1, whole)) * 100)}%`;
  return (
    <Box pos="relative" py={4}>
      <Box h={12} bg="var(--mantine-color-default-border)" style={{ borderRadius: 6, overflow: 'hidden' }}>
        <Box h="100%" w={place(value)} bg={value >= line ? 'var(--mantine-color-green-6)' : 'var(--mantine-color-red-6)'} />
      </Box>
      <Box pos="absolute" top={0} bottom={0} w={2} bg="var(--mantine-color-text)" style={{ left: place(line) }} />
    </Box>
  );
}
