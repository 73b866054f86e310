import { Box, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Schemas } from '../../../../api/client';
import { Listing, ListTable, useList } from '../../../../components/lists';
import { Section } from '../../../../components/pages';
import { Money, useFormat } from '../../../../components/money';
import { useProblemText } from '../../../../components/problem';
import { Status } from '../../../../components/status';
import { useI18n, type MessageKey } from '../../../../i18n/i18n';

type Withdrawal = Schemas['WithdrawalView'];

export function History() {
  const { t } = useI18n();
  const list = useList(['withdrawals'], (cursor) => ask(api.GET('/api/withdrawals', { params: { query: { cursor, limit: 20 } } })));
  return (
    <Section title={t('withdraw.history')}>
      <Listing list={list} empty={t('withdraw.noHistory')}>
        {(items) => items.map((withdrawal) => <Entry key={withdrawal.id} withdrawal={withdrawal} />)}
      </Listing>
    </Section>
  );
}

function Entry({ withdrawal }: { withdrawal: Withdrawal }) {
  const { t } = useI18n();
  const { time } = useFormat();
  const client = useQueryClient();
  const text = useProblemText();
  const [open, { toggle }] = useDisclosure();
  const cancel = useMutation({
    mutationFn: () => ask(api.POST('/api/withdrawals/{id}/cancel', { params: { path: { id: withdrawal.id } } })),
    onSuccess: () => notifications.show({ color: 'green', message: t('withdraw.cancelled') }),
    onError: (error) => notifications.show({ color: 'red', message: text(error) }),
    onSettled: () => client.invalidateQueries(),
  });
  const steps: [string, string | null][] = [
    [t('withdraw.requested'), withdrawal.requested_at],
    [t('withdraw.approved'), withdrawal.processed_at],
    [t('withdraw.paid'), withdrawal.completed_at],
    [t(`status.${withdrawal.status}` as MessageKey), withdrawal.closed_at],
  ];
  const account = withdrawal.bank_account_info;

  return (
    <Card withBorder>
      <Group justify="space-between" align="flex-start">
        <Stack gap={2}>
          <Group gap="xs">
            <Text fw={700}>
              <Money amount={withdrawal.amount} />
            </Text>
            <Status status={withdrawal.status} />
          </Group>
          <Text size="sm">
            {account.bank_name}, {account.account_number}
          </Text>
          {steps.map(([name, at]) => at && (
            <Text key={name} size="xs" c="dimmed">
              {name}: {time(at)}
            </Text>
          ))}
          {withdrawal.admin_notes && <Text size="sm">{t('withdraw.reason', { reason: withdrawal.admin_notes })}</Text>}
        </Stack>
        <Group gap="xs">
          <Button variant="default" size="xs" onClick={toggle} aria-expanded={open}>
            {t('withdraw.pays')}
          </Button>
          {withdrawal.status === 'pending' && (
            <Button variant="default" size="xs" loading={cancel.isPending} onClick={() => cancel.mutate()}>
              {t('withdraw.cancel')}
            </Button>
          )}
        </Group>
      </Group>
      {open && (
        <Box mt="md">
          <PaidWith id={withdrawal.id} />
        </Box>
      )}
    </Card>
  );
}

/** The money that a withdrawal is paid with. */
export function PaidWith({ id }: { id: string }) {
  const { t } = useI18n();
  const { time } = useFormat();
  const lines = useList(['withdrawal-lines', id], (cursor) => ask(api.GET('/api/withdrawals/{id}/lines', { params: { path: { id }, query: { cursor } } })));
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('withdraw.paysText')}
      </Text>
      <ListTable
        list={lines}
        empty={t('withdraw.paysNothing')}
        label={t('withdraw.pays')}
        keyOf={(line) => line.position}
        columns={[
          { name: t('common.what'), title: true, cell: (line) => line.session_title ?? t(`type.${line.type}` as MessageKey) },
          { name: t('common.when'), cell: (line) => time(line.received_at) },
          { name: t('withdraw.lot'), figure: true, cell: (line) => <Money amount={line.lot_amount} /> },
          { name: t('withdraw.taken'), figure: true, cell: (line) => <Money amount={line.amount} /> },
          { name: t('withdraw.remainder'), figure: true, cell: (line) => <Money amount={line.remainder} /> },
        ]}
      />
    </Stack>
  );
}
