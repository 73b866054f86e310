import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { api, ask, type Schemas } from '../../../api/client';
import { useList } from '../../../components/lists';
import { Empty, Loading, More, Page, Section } from '../../../components/pages';
import { Rows } from '../../../components/rows';
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
    <Page title={t('admin.withdrawals')}>
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
          <Empty>{t(waiting ? 'admin.noneWaiting' : 'admin.noneOfThese')}</Empty>
        ) : (
          <Rows
            label={t('admin.queue')}
            items={list.items}
            keyOf={(withdrawal) => withdrawal.id}
            columns={[
              { name: t('admin.teacher'), title: true, cell: (withdrawal) => withdrawal.teacher_id },
              { name: t('common.when'), cell: (withdrawal) => time(withdrawal.requested_at) },
              { name: t('admin.destination'), cell: ({ bank_account_info: { bank_name, account_number } }) => `${bank_name}, ${account_number}` },
              { name: t('common.status'), cell: (withdrawal) => <Status status={withdrawal.status} /> },
              { name: t('common.amount'), figure: true, cell: (withdrawal) => <Money amount={withdrawal.amount} /> },
              {
                name: t('admin.action'),
                cell: (withdrawal) => (
                  <Button size="xs" variant="default" onClick={() => setOpen(withdrawal)}>
                    {t('admin.open')}
                  </Button>
                ),
              },
            ]}
          />
        )}
        {list.hasNextPage && <More onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} />}
      </Section>
      <WithdrawalDesk withdrawal={open} onClose={() => setOpen(null)} />
    </Page>
  );
}
