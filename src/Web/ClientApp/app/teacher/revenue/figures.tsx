import { SimpleGrid, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../../api/client';
import { Money, useFormat } from '../../../components/money';
import { Figure } from '../../../components/pages';
import { Problem } from '../../../components/problem';
import { useI18n } from '../../../i18n/i18n';
import type { RevenueQuery } from './query';

/** What is there, what is coming, what the period brought and what went out. */
export function Figures({ query }: { query: RevenueQuery }) {
  const { t } = useI18n();
  const { day } = useFormat();
  const summary = useQuery({ queryKey: ['revenue', 'summary', query], queryFn: () => ask(api.GET('/api/revenue/summary', { params: { query } })) });
  if (summary.error) return <Problem error={summary.error} onRetry={() => summary.refetch()} />;
  const columns = { base: 2, md: 4 };
  if (!summary.data) return <SimpleGrid cols={columns}>{Array.from({ length: 4 }, (_, figure) => <Skeleton key={figure} height={106} />)}</SimpleGrid>;

  const { available, held, net, withdrawn, sessions, next_due_at } = summary.data;
  return (
    <SimpleGrid cols={columns}>
      <Figure name={t('revenue.available')} value={<Money amount={available} />} hint={t('revenue.availableHint')} />
      <Figure
        name={t('revenue.coming')}
        value={<Money amount={held} />}
        hint={next_due_at ? t('revenue.comingNext', { day: day(next_due_at) }) : t('revenue.comingHint')}
      />
      <Figure name={t('revenue.earned')} value={<Money amount={net} />} hint={t('revenue.earnedHint', { n: sessions })} />
      <Figure name={t('revenue.withdrawn')} value={<Money amount={withdrawn} />} hint={t('revenue.withdrawnHint')} />
    </SimpleGrid>
  );
}
