import { Box, Group, Stack, Text } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { useFormat } from '../../components/money';
import { formatClock, formatPercent } from '../../format/format';
import { useI18n } from '../../i18n/i18n';
import type { Receipt } from './receipt';
import { placeOf, windowOf, type Span } from './scale';

type Stay = Schemas['AttendanceInterval'];

/** The session to scale: the scheduled window, who was in the room when, and how much of it would have been enough. */
export function Timeline({ receipt, session }: { receipt: Receipt; session: Schemas['SessionView'] }) {
  const { t } = useI18n();
  const { locale, span } = useFormat();
  const start = Date.parse(session.scheduled_at);
  const scheduled = { from: start, to: start + receipt.duration_seconds * 1000 };
  const spansOf = (stays: Stay[]): Span[] => stays.map((stay) => ({ from: Date.parse(stay.joined_at), to: Date.parse(stay.left_at ?? stay.joined_at) }));
  const student = spansOf(receipt.intervals);
  const teacher = spansOf(receipt.teacher_presence.intervals ?? []);
  const window = windowOf(scheduled, [...student, ...teacher]);
  const clock = (moment: number) => formatClock(new Date(moment).toISOString(), locale);
  const words = (name: string, spans: Span[]) =>
    `${name}: ${spans.map((stay) => t('receipt.interval', { from: clock(stay.from), to: clock(stay.to) })).join(', ') || t('receipt.never')}`;
  const enough = { from: scheduled.from, to: scheduled.from + receipt.required_seconds * 1000 };

  return (
    <Stack
      gap={4}
      role="img"
      aria-label={t('receipt.timeline', { student: words(t('receipt.student'), student), teacher: words(t('receipt.teacher'), teacher) })}
    >
      <Lane name={t('receipt.student')} spans={student} window={window} scheduled={scheduled} color="var(--mantine-color-blue-6)" mark={enough} />
      <Lane name={t('receipt.teacher')} spans={teacher} window={window} scheduled={scheduled} color="var(--mantine-color-teal-6)" />
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {clock(window.from)}
        </Text>
        <Text size="xs" c="dimmed">
          {t('receipt.line', { percent: formatPercent(receipt.threshold_percentage, locale) })}: {span(receipt.required_seconds)}
        </Text>
        <Text size="xs" c="dimmed">
          {clock(window.to)}
        </Text>
      </Group>
    </Stack>
  );
}

function Lane({ name, spans, window, scheduled, color, mark }: { name: string; spans: Span[]; window: Span; scheduled: Span; color: string; mark?: Span }) {
  const around = placeOf(scheduled, window);
  return (
    <div>
      <Text size="xs">{name}</Text>
      <Box pos="relative" h={20} style={{ overflow: 'hidden', borderRadius: 4 }}>
        <Box pos="absolute" h="100%" bg="var(--mantine-color-default-hover)" style={{ left: `${around.left}%`, width: `${around.width}%` }} />
        {spans.map((span) => {
          const place = placeOf(span, window);
          return <Box key={span.from} pos="absolute" h="100%" bg={color} style={{ left: `${place.left}%`, width: `${place.width}%` }} />;
        })}
        {mark && (
          <Box
            pos="absolute"
            h="100%"
            style={{ left: `${placeOf({ from: mark.to, to: mark.to }, window).left}%`, borderLeft: '2px dashed var(--mantine-color-red-6)' }}
          />
        )}
      </Box>
    </div>
  );
}
