import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, api, ask } from '../../api/client';
import { Problem, useProblemText } from '../../components/problem';
import { useFormat } from '../../components/money';
import { useI18n } from '../../i18n/i18n';
import type { Hold } from './receipt';

/** The student objects: a reason first, then what follows from it, then it is done. */
export function Dispute({ hold }: { hold: Hold }) {
  const { t } = useI18n();
  const { money } = useFormat();
  const client = useQueryClient();
  const text = useProblemText();
  const [step, setStep] = useState<'closed' | 'writing' | 'asking'>('closed');
  const [reason, setReason] = useState('');
  const dispute = useMutation({
    mutationFn: () => ask(api.POST('/api/holds/{id}/dispute', { params: { path: { id: hold.id } }, body: { reason: reason.trim() } })),
    onSuccess: () => notifications.show({ color: 'green', message: t('dispute.done') }),

    // Something else became of the money meanwhile: the page shows it, and no form any more.
    onError: (error) => error instanceof ApiError && error.status === 409 && notifications.show({ color: 'red', message: text(error) }),
    onSettled: () => client.invalidateQueries(),
  });

  if (step === 'closed') {
    return (
      <Group>
        <Button variant="default" onClick={() => setStep('writing')}>
          {t('dispute.start')}
        </Button>
      </Group>
    );
  }

  if (step === 'asking') {
    return (
      <Stack gap="sm" role="group" aria-label={t('dispute.sure')}>
        <Text fw={600}>{t('dispute.sure')}</Text>
        <Text style={{ overflowWrap: 'anywhere' }}>“{reason.trim()}”</Text>
        <Text size="sm">{t('dispute.follows', { amount: money(hold.amount) })}</Text>
        {dispute.error && <Problem error={dispute.error} onRetry={() => dispute.mutate()} />}
        <Group>
          <Button autoFocus loading={dispute.isPending} onClick={() => dispute.mutate()}>
            {t('dispute.confirm')}
          </Button>
          <Button variant="default" disabled={dispute.isPending} onClick={() => { dispute.reset(); setStep('writing'); }}>
            {t('withdraw.change')}
          </Button>
        </Group>
      </Stack>
    );
  }

  return (
    <form onSubmit={(event) => { event.preventDefault(); if (reason.trim()) setStep('asking'); }}>
      <Stack gap="sm">
        <Textarea
          autoFocus
          required
          label={t('dispute.what')}
          description={t('dispute.whatHint')}
          maxLength={500}
          minRows={3}
          autosize
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" disabled={!reason.trim()}>
            {t('withdraw.review')}
          </Button>
          <Button variant="default" onClick={() => setStep('closed')}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
