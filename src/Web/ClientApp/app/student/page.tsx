import { SimpleGrid, Skeleton, Stack, Table, Title, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client';
import { useList } from '../../components/lists';
import { Empty, Figure, Loading, More, Section } from '../../components/pages';
import { Wide } from '../../components/wide';
import { Money, useFormat } from '../../components/money';
import { Problem } from '../../components/problem';
import { Status } from '../../components/status';
import { useI18n, type MessageKey } from '../../i18n/i18n';
import { ReceiptDrawer } from '../holds/receipt-drawer';

export default function StudentPage() {
  const { t } = useI18n();
  const wallet = useQuery({ queryKey: ['wallet'], queryFn: () => ask(api.GET('/api/me/wallet')) });
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('student.title')}
      </Title>
      {wallet.error ? (
        <Problem error={wallet.error} onRetry={() => wallet.refetch()} />
      ) : wallet.isPending ? (
        <Skeleton height={96} />
      ) : (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Figure name={t('student.credit')} value={<Money amount={wallet.data.credit_balance} />} hint={t('student.creditHint')} />
          <Figure name={t('student.escrow')} value={<Money amount={wallet.data.held} />} hint={t('student.escrowHint')} />
        </SimpleGrid>
      )}
      <Purchases />
      <Movements />
    </Stack>
  );
}

function Purchases() {
  const { t } = useI18n();
  const { time } = useFormat();
  const [open, setOpen] = useState<string | null>(null);
  const list = useList(['purchases'], (cursor) => ask(api.GET('/api/me/purchases', { params: { query: { cursor, limit: 20 } } })));
  return (
    <Section title={t('student.purchases')}>
      {list.error ? (
        <Problem error={list.error} onRetry={() => list.refetch()} />
      ) : list.isPending ? (
        <Loading />
      ) : list.items.length === 0 ? (
        <Empty>{t('student.noPurchases')}</Empty>
      ) : (
        <Wide label={t('student.purchases')} minWidth={480}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('common.session')}</Table.Th>
                <Table.Th scope="col">{t('common.when')}</Table.Th>
                <Table.Th scope="col">{t('common.status')}</Table.Th>
                <Table.Th scope="col">{t('student.attendance')}</Table.Th>
                <Table.Th scope="col" ta="right">{t('common.amount')}</Table.Th>
                <Table.Th scope="col">{t('receipt.title')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {list.items.map((purchase) => (
                <Table.Tr key={purchase.id}>
                  <Table.Th scope="row" fw={400}>{purchase.session_title}</Table.Th>
                  <Table.Td>{time(purchase.scheduled_at)}</Table.Td>
                  <Table.Td><Status status={purchase.status} /></Table.Td>
                  <Table.Td>{t('student.attended', { n: purchase.attendance_duration_minutes })}</Table.Td>
                  <Table.Td ta="right"><Money amount={purchase.price_paid} /></Table.Td>
                  <Table.Td>
                    <UnstyledButton td="underline" mih={24} fz="sm" onClick={() => setOpen(purchase.payment_hold_id)}>
                      {t('student.where')}
                    </UnstyledButton>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
      {list.hasNextPage && <More onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} />}
      <ReceiptDrawer holdId={open} onClose={() => setOpen(null)} />
    </Section>
  );
}

function Movements() {
  const { t } = useI18n();
  const { time } = useFormat();
  const list = useList(['transactions'], (cursor) => ask(api.GET('/api/me/transactions', { params: { query: { cursor, limit: 20 } } })));
  if (list.error) return <Problem error={list.error} onRetry={() => list.refetch()} />;
  if (!list.items.length) return null;
  return (
    <Section title={t('student.transactions')}>
      <Wide label={t('student.transactions')} minWidth={420}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('common.when')}</Table.Th>
              <Table.Th scope="col">{t('common.what')}</Table.Th>
              <Table.Th scope="col" ta="right">{t('common.amount')}</Table.Th>
              <Table.Th scope="col" ta="right">{t('admin.balance')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {list.items.map((line) => (
              <Table.Tr key={line.id}>
                <Table.Td>{time(line.created_at)}</Table.Td>
                <Table.Td>{t(`type.${line.type}` as MessageKey)}</Table.Td>
                <Table.Td ta="right"><Money amount={line.amount} sign="exceptZero" /></Table.Td>
                <Table.Td ta="right"><Money amount={line.balance_after} /></Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
      {list.hasNextPage && <More onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} />}
    </Section>
  );
}
