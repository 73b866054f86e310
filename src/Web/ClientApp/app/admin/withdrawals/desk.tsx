import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, api, ask, type Schemas } from '../../../api/client';
import { Panel } from '../../../components/panel';
import { Money } from '../../../components/money';
import { Problem } from '../../../components/problem';
import { Status } from '../../../components/status';
import { useI18n, type MessageKey } from '../../../i18n/i18n';
import { PaidWith } from '../../teacher/revenue/withdraw/history';

type Withdrawal = Schemas['WithdrawalView'];

/** One withdrawal on the admin's desk: what it is, where it goes, and what can be done with it. */
export function WithdrawalDesk({ withdrawal, onClose }: { withdrawal: Withdrawal | null; onClose: () => void }) {
  const { t } = useI18n();
  return (
    <Panel title={t('admin.withdrawal')} opened={withdrawal !== null} onClose={onClose}>
      {withdrawal && <Desk key={withdrawal.id} first={withdrawal} onClose={onClose} />}
    </Panel>
  );
}

function Desk({ first, onClose }: { first: Withdrawal; onClose: () => void }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const [reference, setReference] = useState('');
  const [reason, setReason] = useState('');
  const path = { params: { path: { id: first.id } } };
  const reveal = useMutation({ mutationFn: () => ask(api.GET('/api/admin/withdrawals/{id}', path)) });
  const move = useMutation({
    mutationFn: (kind: 'approve' | 'complete' | 'reject') =>
      ask(
        kind === 'approve'
          ? api.POST('/api/admin/withdrawals/{id}/approve', path)
          : kind === 'complete'
            ? api.POST('/api/admin/withdrawals/{id}/complete', { ...path, body: { bank_reference: reference } })
            : api.POST('/api/admin/withdrawals/{id}/reject', { ...path, body: { reason } }),
      ),
    onSuccess: (moved) => {
      notifications.show({ color: 'green', message: t('admin.done', { status: t(`status.${moved.status}` as MessageKey) }) });
      onClose();
    },

    // Somebody else may have been faster: what is shown is loaded again either way.
    onSettled: () => client.invalidateQueries({ queryKey: ['admin'] }),
  });
  const stale = move.error instanceof ApiError && move.error.code === 'invalid_transition';
  const account = reveal.data?.bank_account_info ?? first.bank_account_info;
  const open = first.status === 'pending' || first.status === 'processing';

  return (
    <Stack>
      <Group justify="space-between">
        <Text fw={700} size="lg">
          <Money amount={first.amount} />
        </Text>
        <Status status={first.status} />
      </Group>
      <Text size="sm">
        {t('admin.teacher')}: {first.teacher_id}
      </Text>
      {first.notes && <Text size="sm">{first.notes}</Text>}
      <Stack gap={2}>
        <Text fw={600}>{t('admin.destination')}</Text>
        <Text>{account.account_name}</Text>
        <Text>
          {[account.bank_name, account.branch, account.swift_code].filter(Boolean).join(', ')}
        </Text>
        <Text ff="monospace" style={{ overflowWrap: 'anywhere' }}>{account.account_number}</Text>
        {!reveal.data && (
          <Group gap="xs">
            <Button variant="default" size="xs" loading={reveal.isPending} onClick={() => reveal.mutate()}>
              {t('admin.reveal')}
            </Button>
            <Text size="xs" c="dimmed">
              {t('admin.revealHint')}
            </Text>
          </Group>
        )}
        {reveal.error && <Problem error={reveal.error} onRetry={() => reveal.mutate()} />}
      </Stack>
      {move.error && (stale ? <Alert color="yellow" role="alert">{t('error.invalid_transition')}</Alert> : <Problem error={move.error} />)}
      {first.status === 'pending' && (
        <Button loading={move.isPending} onClick={() => move.mutate('approve')}>
          {t('admin.approve')}
        </Button>
      )}
      {first.status === 'processing' && (
        <Group align="flex-end">
          <TextInput flex={1} label={t('admin.bankReference')} maxLength={100} value={reference} onChange={(event) => setReference(event.currentTarget.value)} />
          <Button disabled={!reference.trim()} loading={move.isPending} onClick={() => move.mutate('complete')}>
            {t('admin.complete')}
          </Button>
        </Group>
      )}
      {open && (
        <Group align="flex-end">
          <TextInput flex={1} label={t('admin.reason')} maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          <Button color="red" variant="outline" c="inherit" disabled={!reason.trim()} loading={move.isPending} onClick={() => move.mutate('reject')}>
            {t('admin.reject')}
          </Button>
        </Group>
      )}
      <PaidWith id={first.id} />
    </Stack>
  );
}
