import { Button, Select, Stack, Table, Title } from '@mantine/core';
import { useState } from 'react';
import { api, ask, type Schemas } from '../../../api/client';
import { useList } from '../../../components/lists';
import { Empty, Loading, More, Section } from '../../../components/pages';
import { Wide } from '../../../components/wide';
import { Money, useFormat } from '../../../components/money';
import { Problem } from '../../../components/problem';
import { Status } from '../../../components/status';
import { useI18n } from '../../../i18n/i18n';
import { WithdrawalDesk } from './desk';

type Withdrawal = Schemas['WithdrawalView'];
const statuses = ['pending', 'processing', 'completed', 'rejected', 'cancelled'] as const;

/** The queue: what waits longest stands first. */
export default function WithdrawalsPage() {
  const { t } = useI18n();
  const { time } = useFormat();
  const [status, setStatus] = useState<Withdrawal['status'] | 'all'>('pending');
  const [open, setOpen] = useState<Withdrawal | null>(null);
  const waiting = status === 'pending' || status === 'processing';
  const list = useList(['admin', 'withdrawals', status], (cursor) =>
    ask(api.GET('/api/admin/withdrawals', { params: { query: { cursor, limit: 100, order: waiting ? 'oldest' : 'newest', status: status === 'all' ? undefined : status } } })),
  );

  return (
    <Stack>
      <Title order={1} size="h2">
        {t('admin.withdrawals')}
      </Title>
      <Section
        title={t('admin.queue')}
        actions={
          <Select
            aria-label={t('admin.filter')}
            value={status}
            allowDeselect={false}
            onChange={(value) => setStatus(value as typeof status)}
            data={[...statuses.map((value) => ({ value, label: t(`status.${value}`) })), { value: 'all', label: t('admin.all') }]}
          />
        }
      >
        {list.error ? (
          <Problem error={list.error} onRetry={() => list.refetch()} />
        ) : list.isPending ? (
          <Loading />
        ) : list.items.length === 0 ? (
          <Empty>{t('admin.empty')}</Empty>
        ) : (
          <Wide label={t('admin.queue')} minWidth={560}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('common.when')}</Table.Th>
                  <Table.Th scope="col">{t('admin.teacher')}</Table.Th>
                  <Table.Th scope="col">{t('admin.destination')}</Table.Th>
                  <Table.Th scope="col">{t('common.status')}</Table.Th>
                  <Table.Th scope="col" ta="right">{t('common.amount')}</Table.Th>
                  <Table.Th scope="col">{t('admin.action')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {list.items.map((withdrawal) => (
                  <Table.Tr key={withdrawal.id}>
                    <Table.Td>{time(withdrawal.requested_at)}</Table.Td>
                    <Table.Td>{withdrawal.teacher_id}</Table.Td>
                    <Table.Td>
                      {withdrawal.bank_account_info.bank_name}, {withdrawal.bank_account_info.account_number}
                    </Table.Td>
                    <Table.Td><Status status={withdrawal.status} /></Table.Td>
                    <Table.Td ta="right"><Money amount={withdrawal.amount} /></Table.Td>
                    <Table.Td>
                      <Button size="xs" variant="default" onClick={() => setOpen(withdrawal)}>
                        {t('admin.open')}
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Wide>
        )}
        {list.hasNextPage && <More onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} />}
      </Section>
      <WithdrawalDesk withdrawal={open} onClose={() => setOpen(null)} />
    </Stack>
  );
}
