import { Box, Group, Stack, Text } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { formatClock } from '../../format/format';
import { useI18n } from '../../i18n/i18n';
import { drawn, placeOf, windowOf, within, type DrawnStay, type Span } from './scale';

export type Stay = Schemas['AttendanceInterval'];

interface Props {
  scheduled: Span;
  student: Stay[];
  teacher: Stay[];
  blind?: Schemas['BlindTime'][];
}

/** The session to scale: the scheduled window, who was in the room when, and when nobody could hear. */
export function Timeline({ scheduled, student, teacher, blind = [] }: Props) {
  const { t, locale } = useI18n();
  const until = Math.min(Date.now(), scheduled.to);
  const lanes = { student: student.map((stay) => drawn(stay, until)), teacher: teacher.map((stay) => drawn(stay, until)) };
  const window = windowOf(scheduled, [...lanes.student, ...lanes.teacher]);
  const deaf = blind.flatMap(({ from, to }) => within({ from: Date.parse(from), to: Date.parse(to) }, window) ?? []);
  const clock = (moment: number) => formatClock(new Date(moment).toISOString(), locale);
  const shared = { window, scheduled, deaf, clock };
  const guessed = [...lanes.student, ...lanes.teacher].some((stay) => stay.seenTo < stay.to);

  return (
    <Stack gap="xs">
      <Lane name={t('receipt.student')} stays={lanes.student} color="var(--mantine-color-blue-6)" {...shared} />
      <Lane name={t('receipt.teacher')} stays={lanes.teacher} color="var(--mantine-color-teal-6)" {...shared} />
      <Text size="xs" c="dimmed">
        {t('receipt.scheduled', { from: clock(scheduled.from), to: clock(scheduled.to) })}
        {guessed && ` ${t('evidence.striped')}`}
        {deaf.length > 0 && ` ${t('evidence.shaded')}`}
      </Text>
    </Stack>
  );
}

interface LaneProps {
  name: string;
  stays: DrawnStay[];
  window: Span;
  scheduled: Span;
  deaf: Span[];
  color: string;
  clock: (moment: number) => string;
}

function Lane({ name, stays, window, scheduled, deaf, color, clock }: LaneProps) {
  const { t } = useI18n();
  const at = (span: Span) => {
    const { left, width } = placeOf(span, window);
    return { left: `${left}%`, width: `${width}%` };
  };
  return (
    <div>
      <Group gap="xs" justify="space-between">
        <Text size="sm">{name}</Text>
        <Text size="xs" c="dimmed">
          {stays.map((stay) => t('receipt.interval', { from: clock(stay.from), to: clock(stay.to) })).join(', ') || t('receipt.never')}
        </Text>
      </Group>
      <Box aria-hidden pos="relative" h={20} c={color} style={{ overflow: 'hidden', borderRadius: 4 }}>
        <Box pos="absolute" h="100%" bg="var(--mantine-color-default-border)" style={at(scheduled)} />
        {stays.map((stay) => (
          <div key={`${stay.from}-${stay.to}`}>
            <Box pos="absolute" h="100%" className="inferred" style={at(stay)} />
            {stay.seenTo > stay.from && <Box pos="absolute" h="100%" bg={color} style={at({ from: stay.from, to: stay.seenTo })} />}
          </div>
        ))}
        {deaf.map((span) => (
          <Box key={span.from} pos="absolute" h="100%" className="blind" style={at(span)} />
        ))}
      </Box>
    </div>
  );
}
