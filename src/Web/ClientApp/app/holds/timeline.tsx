import { Box, Group, Stack, Text } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { formatClock } from '../../format/format';
import { useI18n } from '../../i18n/i18n';
import type { Receipt } from './receipt';
import { placeOf, windowOf, type Span } from './scale';

type Stay = Schemas['AttendanceInterval'];

/** The session to scale: the scheduled window, and who was in the room when. */
export function Timeline({ receipt, session }: { receipt: Receipt; session: Schemas['SessionView'] }) {
  const { t, locale } = useI18n();
  const start = Date.parse(session.scheduled_at);
  const scheduled = { from: start, to: start + receipt.duration_seconds * 1000 };
  const spansOf = (stays: Stay[]): Span[] => stays.map((stay) => ({ from: Date.parse(stay.joined_at), to: Date.parse(stay.left_at ?? stay.joined_at) }));
  const student = spansOf(receipt.intervals);
  const teacher = spansOf(receipt.teacher_presence.intervals ?? []);
  const window = windowOf(scheduled, [...student, ...teacher]);
  const clock = (moment: number) => formatClock(new Date(moment).toISOString(), locale);

  return (
    <Stack gap="xs">
      <Lane name={t('receipt.student')} spans={student} window={window} scheduled={scheduled} color="var(--mantine-color-blue-6)" clock={clock} />
      <Lane name={t('receipt.teacher')} spans={teacher} window={window} scheduled={scheduled} color="var(--mantine-color-teal-6)" clock={clock} />
      <Text size="xs" c="dimmed">
        {t('receipt.scheduled', { from: clock(scheduled.from), to: clock(scheduled.to) })}
      </Text>
    </Stack>
  );
}

interface LaneProps {
  name: string;
  spans: Span[];
  window: Span;
  scheduled: Span;
  color: string;
  clock: (moment: number) => string;
}

function Lane({ name, spans, window, scheduled, color, clock }: LaneProps) {
  const { t } = useI18n();
  const around = placeOf(scheduled, window);
  return (
    <div>
      <Group gap="xs" justify="space-between">
        <Text size="sm">{name}</Text>
        <Text size="xs" c="dimmed">
          {spans.map((stay) => t('receipt.interval', { from: clock(stay.from), to: clock(stay.to) })).join(', ') || t('receipt.never')}
        </Text>
      </Group>
      <Box aria-hidden pos="relative" h={20} style={{ overflow: 'hidden', borderRadius: 4 }}>
        <Box pos="absolute" h="100%" bg="var(--mantine-color-default-border)" style={{ left: `${around.left}%`, width: `${around.width}%` }} />
        {spans.map((span) => {
          const place = placeOf(span, window);
          return <Box key={span.from} pos="absolute" h="100%" bg={color} style={{ left: `${place.left}%`, width: `${place.width}%` }} />;
        })}
      </Box>
    </div>
  );
}
