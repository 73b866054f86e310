import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiError, api, ask } from '../../../../api/client';
import { Section } from '../../../../components/pages';
import { Problem } from '../../../../components/problem';
import { useI18n } from '../../../../i18n/i18n';
import { Foreseen, type Detail } from './foreseen';

type Way = 'proceed' | 'dismiss';

/** Lets a stopped run go on, or stops it for good: what will happen is said first. */
export function Decide({ detail, onStale }: { detail: Detail; onStale: () => void }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const [way, setWay] = useState<Way | null>(null);
  const [reason, setReason] = useState('');

  // One key for one decision in one wording: however often the button is pressed or the request repeated, it happens once.
  const key = useRef('');
  const choose = (next: Way | null) => {
    key.current = crypto.randomUUID();
    decide.reset();
    setWay(next);
  };
  const say = (text: string) => {
    key.current = crypto.randomUUID();
    setReason(text);
  };
  const decide = useMutation({
    mutationFn: (chosen: Way) => {
      const request = { params: { path: { id: detail.pause.id }, header: { 'Idempotency-Key': key.current } }, body: { reason: reason.trim() } };
      return ask(
        chosen === 'proceed'
          ? api.POST('/api/admin/settlements/pauses/{id}/proceed', request)
          : api.POST('/api/admin/settlements/pauses/{id}/dismiss', request),
      );
    },
    onError: (error) => {
      if (error instanceof ApiError && error.code === 'invalid_transition') onStale();
    },
    onSettled: () => client.invalidateQueries(),
  });

  if (way === null) {
    return (
      <Section title={t('pause.decide')}>
        <Group>
          <Button variant="default" onClick={() => choose('proceed')}>
            {t('pause.proceed')}
          </Button>
          <Button variant="default" onClick={() => choose('dismiss')}>
            {t('pause.dismiss')}
          </Button>
        </Group>
      </Section>
    );
  }

  return (
    <Section title={t(`pause.${way}`)}>
      <form onSubmit={(event) => { event.preventDefault(); if (!decide.isPending) decide.mutate(way); }}>
        <Stack gap="sm">
          {way === 'proceed' ? <Proceeding detail={detail} /> : <Dismissing detail={detail} />}
          <Textarea autoFocus required label={t('pause.reason')} maxLength={500} autosize minRows={2} value={reason} onChange={(event) => say(event.currentTarget.value)} />
          {decide.error && <Problem error={decide.error} onRetry={() => decide.mutate(way)} />}
          <Group>
            <Button type="submit" color={way === 'proceed' ? undefined : 'red'} disabled={!reason.trim()} loading={decide.isPending}>
              {t(`pause.${way}`)}
            </Button>
            <Button variant="default" disabled={decide.isPending} onClick={() => choose(null)}>
              {t('common.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

function Proceeding({ detail }: { detail: Detail }) {
  const { t } = useI18n();
  return (
    <>
      <Text>{t('pause.proceedWill')}</Text>
      <Foreseen detail={detail} />
      <Text size="sm">{t('pause.proceedThen')}</Text>
    </>
  );
}

function Dismissing({ detail }: { detail: Detail }) {
  const { t } = useI18n();
  const released = detail.foreseen.find(({ outcome }) => outcome === 'released')?.holds ?? 0;
  const unpaid = detail.foreseen.reduce((sum, { holds }) => sum + holds, 0) - released;
  return (
    <>
      <Text>{t('pause.dismissWill', { n: unpaid })}</Text>
      <Text size="sm">{t('pause.dismissThen', { n: released })}</Text>
    </>
  );
}
