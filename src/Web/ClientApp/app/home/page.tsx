import { Alert, Anchor, Button, Checkbox, Group, List, NumberInput, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ask } from '../../api/client';
import { listPeople, signInAs } from '../../api/development';
import { settingsQuery } from '../../api/queries';
import { Page, Section } from '../../components/pages';
import { Rows } from '../../components/rows';
import { useFormat } from '../../components/money';
import { Problem } from '../../components/problem';
import { formatPercent } from '../../format/format';
import { useI18n, type MessageKey } from '../../i18n/i18n';
import { NotFound } from '../not-found';
import { playLesson } from './play';
import type { Visit } from './visit';

interface Outcome {
  name: string;
  percent: number;
  status: string;
  holdId: string;
}

const names: Record<string, string> = { 'demo-ana': 'Ana', 'demo-ben': 'Ben' };

/** A lesson on a development server, through the real doors: purchases, LiveKit's signed webhooks, a settlement. */
export default function PlayPage() {
  const { t, locale } = useI18n();
  const { money } = useFormat();
  const client = useQueryClient();
  const settings = useQuery(settingsQuery);
  const [price, setPrice] = useState<number>(20);
  const [teacherCame, setTeacherCame] = useState(true);
  const [visits, setVisits] = useState<Visit[]>([
    { id: 'demo-ana', from: 2, to: 58, drops: 1 },
    { id: 'demo-ben', from: 5, to: 14, drops: 0 },
  ]);
  const [log, setLog] = useState<string[]>([]);
  const play = useMutation({
    mutationFn: async (): Promise<Outcome[]> => {
      const note = (line: string) => setLog((lines) => [...lines, line]);
      setLog([]);
      await listPeople();
      const [admin, teacher] = [await signInAs('demo-ada'), await signInAs('demo-tom')];
      const as = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });
      const course = await ask(api.POST('/api/courses', { body: { title: 'Small talk' }, ...as(teacher.token) }));
      const start = Date.now() - 65 * 60_000;
      const session = await ask(
        api.POST('/api/courses/{id}/sessions', {
          params: { path: { id: course.id } },
          body: { session_number: 1, title: 'At the market', scheduled_at: new Date(start).toISOString(), duration_minutes: 60, price },
          ...as(teacher.token),
        }),
      );
      const begin = Date.parse(session.scheduled_at);
      const holds: { visit: Visit; holdId: string }[] = [];
      for (const visit of visits) {
        const student = await signInAs(visit.id);
        await ask(
          api.POST('/api/admin/users/{id}/deposits', {
            params: { path: { id: visit.id } },
            body: { amount: price, external_reference: crypto.randomUUID() },
            ...as(admin.token),
          }),
        );
        const bought = await ask(api.POST('/api/sessions/{id}/purchase', { params: { path: { id: session.id } }, ...as(student.token) }));
        note(`${names[visit.id]}: ${money(bought.amount)} → ${t('student.escrow')}`);
        holds.push({ visit, holdId: bought.payment_hold_id });
      }

      await playLesson(session.room, begin, [...(teacherCame ? [{ id: 'demo-tom', from: 0, to: 60, drops: 0 }] : []), ...visits], note);
      const report = await ask(api.POST('/api/admin/settlements/run', as(admin.token)));
      note(t('admin.ran', { released: report.released, refunded: report.refunded, failed: report.failed }));
      return Promise.all(
        holds.map(async ({ visit, holdId }) => {
          const hold = await ask(api.GET('/api/holds/{id}', { params: { path: { id: holdId } }, ...as(admin.token) }));
          return { name: names[visit.id]!, percent: hold.release_percentage ?? 0, status: hold.status, holdId };
        }),
      );
    },
    onSettled: () => client.invalidateQueries(),
  });

  if (settings.data && settings.data.sign_in.kind !== 'development') return <NotFound />;
  const change = (id: string, part: Partial<Visit>) => setVisits(visits.map((visit) => (visit.id === id ? { ...visit, ...part } : visit)));
  return (
    <Page title={t('play.title')}>
      <Section title={t('play.who')}>
        <Text>{t('play.text')}</Text>
        <NumberInput maw={200} label={t('play.price')} min={1} max={1000} decimalScale={2} value={price} onChange={(value) => setPrice(Number(value))} />
        <Checkbox label={`${t('play.teacher')}: ${t('play.there')}`} checked={teacherCame} onChange={(event) => setTeacherCame(event.currentTarget.checked)} />
        <Rows
          label={t('play.title')}
          items={visits}
          keyOf={(visit) => visit.id}
          columns={[
            { name: t('play.student'), title: true, cell: (visit) => names[visit.id] },
            { name: t('play.joined'), cell: (visit) => <Minutes of={visit} name={t('play.joined')} part="from" max={visit.to} change={change} /> },
            { name: t('play.left'), cell: (visit) => <Minutes of={visit} name={t('play.left')} part="to" min={visit.from} max={60} change={change} /> },
            { name: t('play.drops'), cell: (visit) => <Minutes of={visit} name={t('play.drops')} part="drops" max={10} change={change} /> },
          ]}
        />
        <Group>
          <Button loading={play.isPending} onClick={() => play.mutate()}>
            {t('play.go')}
          </Button>
        </Group>
        {play.error && <Problem error={play.error} onRetry={() => play.mutate()} />}
      </Section>
      {play.data && (
        <Alert color="green" role="status">
          {play.data.map((outcome) => (
            <Text key={outcome.holdId} size="sm">
              {t('play.result', { name: outcome.name, percent: formatPercent(outcome.percent, locale), outcome: t(`status.${outcome.status}` as MessageKey) })}
              {' · '}
              <Anchor component={Link} to={`/holds/${outcome.holdId}`} size="sm" c="inherit" td="underline">
                {t('play.open')}
              </Anchor>
            </Text>
          ))}
        </Alert>
      )}
      {log.length > 0 && (
        <Section title={t('play.log')}>
          <List size="sm">
            {log.map((line, index) => (
              <List.Item key={index}>{line}</List.Item>
            ))}
          </List>
        </Section>
      )}
    </Page>
  );
}

interface MinutesProps {
  of: Visit;
  name: string;
  part: 'from' | 'to' | 'drops';
  min?: number;
  max: number;
  change: (id: string, part: Partial<Visit>) => void;
}

function Minutes({ of, name, part, min = 0, max, change }: MinutesProps) {
  return <NumberInput maw={120} aria-label={`${names[of.id]}: ${name}`} min={min} max={max} value={of[part]} onChange={(value) => change(of.id, { [part]: Number(value) })} />;
}
