import { SimpleGrid, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../api/client';
import { Figure, Page } from '../../components/pages';
import { Money } from '../../components/money';
import { Problem } from '../../components/problem';
import { useI18n } from '../../i18n/i18n';
import { Movements } from '../ledger/movements';
import { Purchases } from './purchases';

export default function StudentPage() {
  const { t } = useI18n();
  const wallet = useQuery({ queryKey: ['wallet'], queryFn: () => ask(api.GET('/api/me/wallet')) });
  return (
    <Page title={t('student.title')}>
      {wallet.error ? (
        <Problem error={wallet.error} onRetry={() => wallet.refetch()} />
      ) : wallet.isPending ? (
        <Skeleton height={106} />
      ) : (
        <SimpleGrid cols={2}>
          <Figure name={t('student.credit')} value={<Money amount={wallet.data.credit_balance} />} hint={t('student.creditHint')} />
          <Figure name={t('student.escrow')} value={<Money amount={wallet.data.held} />} hint={t('student.escrowHint')} />
        </SimpleGrid>
      )}
      <Purchases />
      <Movements empty={t('student.noTransactions')} />
    </Page>
  );
}
