import { Alert, Anchor, Button, Checkbox, Group, List, NumberInput, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ask } from '../../api/client';
import { listPeople, signInAs } from '../../api/development';
import { settingsQuery } from '../../api/queries';
import { Page, Section } from '../../components/pages';
import { useFormat } from '../../components/money';
import { Problem } from '../../components/problem';
import { formatPercent } from '../../format/format';
import { useI18n, type MessageKey } from '../../i18n/i18n';
import { NotFound } from '../not-found';
import { playLesson } from './play';
import type { Visit } from './visit';
import { names, Visits } from './visits';

interface Outcome {
  name: string;
  /** Null until it is settled. */
  percent: number | null;
  status: string;
  holdId: string;
}

/** A lesson on a development server, through the real doors: purchases, LiveKit's signed webhooks, a settlement. */
export default function PlayPage() {
  const { t, locale } = useI18n();
  const { money } = useFormat();
  const client = useQueryClient();
  const settings = useQuery(settingsQuery);
  const [price, setPrice] = useState<number>(20);
  const [teacherCame, setTeacherCame] = useState(true);
  const [settles, setSettles] = useState(true);
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
      if (settles) {
        const report = await ask(api.POST('/api/admin/settlements/run', as(admin.token)));
        note(report.paused_by ? t('admin.ranStopped') : t('admin.ran', { released: report.released, refunded: report.refunded, failed: report.failed }));
      }
      return Promise.all(
        holds.map(async ({ visit, holdId }) => {
          const hold = await ask(api.GET('/api/holds/{id}', { params: { path: { id: holdId } }, ...as(admin.token) }));
          return { name: names[visit.id]!, percent: hold.release_percentage, status: hold.status, holdId };
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
        <Checkbox label={t('play.settles')} description={t('play.settlesHint')} checked={settles} onChange={(event) => setSettles(event.currentTarget.checked)} />
        <Visits visits={visits} change={change} />
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
              {outcome.percent === null
                ? t('play.waits', { name: outcome.name, outcome: t(`status.${outcome.status}` as MessageKey) })
                : t('play.result', { name: outcome.name, percent: formatPercent(outcome.percent, locale), outcome: t(`status.${outcome.status}` as MessageKey) })}
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
