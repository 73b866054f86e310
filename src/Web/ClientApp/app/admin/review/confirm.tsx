import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { ApiError, api, ask } from '../../../api/client';
import { Part } from '../../../components/part';
import { Problem } from '../../../components/problem';
import { useFormat } from '../../../components/money';
import { restOf } from '../../../format/amounts';
import { useI18n } from '../../../i18n/i18n';
import type { Wish } from './decide';
import type { WaitingHold } from './page';

interface Props {
  hold: WaitingHold;
  wish: Wish;
  onBack: () => void;
  onDecided: () => void;
  onStale: () => void;
}

/** Says to the cent what a decision does before it is done. */
export function Confirm({ hold, wish, onBack, onDecided, onStale }: Props) {
  const { t } = useI18n();
  const { money } = useFormat();
  const client = useQueryClient();
  const toTeacher = wish.decision === 'refund' ? 0 : (wish.teacher_amount ?? hold.amount);
  const toStudent = restOf(hold.amount, toTeacher);

  // One key for one wish: however often the button is pressed or the request repeated, it happens once.
  const key = useRef(crypto.randomUUID());
  const resolve = useMutation({
    mutationFn: () =>
      ask(api.POST('/api/admin/holds/{id}/resolve', { params: { path: { id: hold.id }, header: { 'Idempotency-Key': key.current } }, body: wish })),
    onSuccess: () => {
      notifications.show({ color: 'green', message: t('review.done') });
      onDecided();
    },
    onError: (error) => {
      if (error instanceof ApiError && (error.code === 'already_settled' || error.code === 'not_frozen')) onStale();
    },
    onSettled: () => client.invalidateQueries(),
  });
  const own = resolve.error instanceof ApiError && resolve.error.code === 'own_account';

  return (
    <Part title={t('withdraw.confirmTitle')}>
      <Stack gap="sm">
        {toTeacher > 0 && <Text>{t('review.toTeacher', { amount: money(toTeacher), name: hold.teacher_name ?? hold.teacher_id })}</Text>}
        {toStudent > 0 && <Text>{t('review.toStudent', { amount: money(toStudent), name: hold.student_name ?? hold.student_id })}</Text>}
        <Text style={{ overflowWrap: 'anywhere' }}>“{wish.reason}”</Text>
        <Text size="sm" c="dimmed">
          {t('review.final')}
        </Text>
        {resolve.error && (own ? <Alert color="red" role="alert">{t('review.own')}</Alert> : <Problem error={resolve.error} onRetry={() => resolve.mutate()} />)}
        <Group>
          <Button autoFocus loading={resolve.isPending} onClick={() => !resolve.isPending && resolve.mutate()}>
            {t('review.confirm')}
          </Button>
          <Button variant="default" disabled={resolve.isPending} onClick={onBack}>
            {t('withdraw.change')}
          </Button>
        </Group>
      </Stack>
    </Part>
  );
}
