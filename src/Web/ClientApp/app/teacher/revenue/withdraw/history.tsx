import { Button, Card, Group, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Schemas } from '../../../../api/client';
import { useList } from '../../../../components/lists';
import { Empty, Loading, More, Section } from '../../../../components/pages';
import { Wide } from '../../../../components/wide';
import { Money, useFormat } from '../../../../components/money';
import { Problem, useProblemText } from '../../../../components/problem';
import { Status } from '../../../../components/status';
import { useI18n, type MessageKey } from '../../../../i18n/i18n';

type Withdrawal = Schemas['WithdrawalView'];

export function History() {
  const { t } = useI18n();
  const list = useList(['withdrawals'], (cursor) => ask(api.GET('/api/withdrawals', { params: { query: { cursor, limit: 20 } } })));
  return (
    <Section title={t('withdraw.history')}>
      {list.error ? (
        <Problem error={list.error} onRetry={() => list.refetch()} />
      ) : list.isPending ? (
        <Loading />
      ) : list.items.length === 0 ? (
        <Empty>{t('withdraw.noHistory')}</Empty>
      ) : (
        list.items.map((withdrawal) => <Entry key={withdrawal.id} withdrawal={withdrawal} />)
      )}
      {list.hasNextPage && <More onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} />}
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
      {open && <PaidWith id={withdrawal.id} />}
    </Card>
  );
}

/** The money that a withdrawal is paid with. */
export function PaidWith({ id }: { id: string }) {
  const { t } = useI18n();
  const { time } = useFormat();
  const lines = useList(['withdrawal-lines', id], (cursor) => ask(api.GET('/api/withdrawals/{id}/lines', { params: { path: { id }, query: { cursor } } })));
  if (lines.error) return <Problem error={lines.error} onRetry={() => lines.refetch()} />;
  if (lines.isPending) return <Loading rows={2} />;

  return (
    <Wide label={t('withdraw.pays')} minWidth={420}>
      <Table captionSide="top">
        <Table.Caption>{t('withdraw.paysText')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('common.when')}</Table.Th>
            <Table.Th scope="col">{t('common.what')}</Table.Th>
            <Table.Th scope="col" ta="right">{t('withdraw.lot')}</Table.Th>
            <Table.Th scope="col" ta="right">{t('withdraw.taken')}</Table.Th>
            <Table.Th scope="col" ta="right">{t('withdraw.remainder')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.items.map((line) => (
            <Table.Tr key={line.position}>
              <Table.Td>{time(line.received_at)}</Table.Td>
              <Table.Td>{line.session_title ?? t(`type.${line.type}` as MessageKey)}</Table.Td>
              <Table.Td ta="right"><Money amount={line.lot_amount} /></Table.Td>
              <Table.Td ta="right"><Money amount={line.amount} /></Table.Td>
              <Table.Td ta="right"><Money amount={line.remainder} /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {lines.hasNextPage && <More onClick={() => void lines.fetchNextPage()} loading={lines.isFetchingNextPage} />}
    </Wide>
  );
}
