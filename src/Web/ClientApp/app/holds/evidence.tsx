import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, ask, type Schemas } from '../../api/client';
import { Facts } from '../../components/facts';
import { Loading } from '../../components/pages';
import { Part } from '../../components/part';
import { Problem } from '../../components/problem';
import { useFormat } from '../../components/money';
import { formatPercent } from '../../format/format';
import { useI18n, type MessageKey } from '../../i18n/i18n';
import { Loss } from './loss';
import { Meter, Swatch } from './meter';
import { Stays } from './stays';
import { Timeline } from './timeline';
import { verdictOf } from './verdict';

export type Evidence = Schemas['HoldEvidence'];

/** All that bears on what becomes of a payment: who was seen when, how each end is known, and what may not have been heard. */
export function EvidenceOf({ holdId }: { holdId: string }) {
  const evidence = useQuery({
    queryKey: ['evidence', holdId],
    queryFn: () => ask(api.GET('/api/holds/{id}/evidence', { params: { path: { id: holdId } } })),
  });
  if (evidence.error) return <Problem error={evidence.error} onRetry={() => evidence.refetch()} />;
  return evidence.data ? <Told evidence={evidence.data} /> : <Loading rows={8} />;
}

function Told({ evidence }: { evidence: Evidence }) {
  const { t } = useI18n();
  const { student, teacher } = evidence;
  const scheduled = { from: Date.parse(evidence.scheduled_at), to: Date.parse(evidence.scheduled_end) };
  const seconds = (scheduled.to - scheduled.from) / 1000;

  // One scale for both, so that the two can be laid beside each other.
  const whole = Math.max(seconds, student.possible_seconds, teacher.possible_seconds);
  return (
    <Stack>
      <Part title={t('evidence.when')}>
        <Timeline scheduled={scheduled} student={student.intervals} teacher={teacher.intervals} blind={evidence.blind_times} />
      </Part>
      {(['student', 'teacher'] as const).map((who) => (
        <Part key={who} title={t(`evidence.${who}`)}>
          <Bounds person={evidence[who]} required={evidence.required_seconds} threshold={evidence.threshold_percentage} duration={seconds} whole={whole} label={t(`evidence.${who}`)} />
          <Stays stays={evidence[who].intervals} label={t('evidence.staysOf', { who: t(`receipt.${who}`) })} />
        </Part>
      ))}
      <Part title={t('evidence.gaps')}>
        <Loss blind={evidence.blind_times} signs={evidence.signs_of_loss} nameOf={(id) => t(id === evidence.hold.student_id ? 'receipt.student' : 'receipt.teacher')} />
      </Part>
    </Stack>
  );
}

interface BoundsProps {
  person: Schemas['PersonEvidence'];
  required: number;
  threshold: number;
  duration: number;
  whole: number;
  label: string;
}

/** Certain, counted and possible attendance against the line, in a picture and in words. */
function Bounds({ person, required, threshold, duration, whole, label }: BoundsProps) {
  const { t, locale } = useI18n();
  const { span } = useFormat();
  const bounds = { certain: person.certain_seconds, attended: person.attended_seconds, possible: person.possible_seconds };
  return (
    <>
      <Meter bounds={bounds} line={required} whole={whole} />
      <Facts
        label={label}
        facts={[
          { mark: <Swatch kind="certain" bounds={bounds} line={required} />, name: t('evidence.certain'), value: span(bounds.certain) },
          { mark: <Swatch kind="inferred" bounds={bounds} line={required} />, name: t('evidence.attended'), value: span(bounds.attended) },
          { mark: <Swatch kind="possible" bounds={bounds} line={required} />, name: t('evidence.possible'), value: span(bounds.possible) },
          { name: t('receipt.needed', { total: span(duration) }), value: `${span(required)} (${formatPercent(threshold, locale)})` },
        ]}
      />
      <Text size="sm">{t(`evidence.verdict.${verdictOf(bounds, required)}` as MessageKey)}</Text>
    </>
  );
}
