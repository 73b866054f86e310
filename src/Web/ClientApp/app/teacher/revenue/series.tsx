import { Button, Group, SegmentedControl, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { api, ask, type Schemas } from '../../../api/client';
import { Boundary } from '../../../components/boundary';
import { Money, useFormat } from '../../../components/money';
import { Empty, Section } from '../../../components/pages';
import { Problem } from '../../../components/problem';
import { Rows } from '../../../components/rows';
import { useI18n } from '../../../i18n/i18n';
import { intervalFor, intervals, lastDay, type Interval } from './period';
import type { RevenueQuery } from './query';

const RevenueChart = lazy(() => import('./chart'));

type Bucket = Schemas['RevenueBucket'];

/** The period as bars, or as a table of the same numbers. */
export function Series({ query }: { query: RevenueQuery }) {
  const { t } = useI18n();
  const { money, day } = useFormat();
  const [table, setTable] = useState(false);
  const [chosen, setChosen] = useState<{ of: string; interval: Interval } | null>(null);
  const period = `${query.from}/${query.to}`;
  const interval = chosen?.of === period ? chosen.interval : intervalFor(query);
  const series = useQuery({
    queryKey: ['revenue', 'series', query, interval],
    queryFn: () => ask(api.GET('/api/revenue/timeseries', { params: { query: { ...query, interval } } })),
    placeholderData: (before) => before,
  });
  const items = series.data?.items ?? [];
  const busy = items.filter((item) => item.gross !== 0 || item.refunded !== 0);
  const dayOf = (date: string) => day(`${date}T12:00:00`);
  const sum = (of: (item: Bucket) => number) => Math.round(items.reduce((total, item) => total + of(item) * 100, 0)) / 100;

  return (
    <Section
      title={t('revenue.chart')}
      actions={
        <Group gap="xs">
          <SegmentedControl
            size="xs"
            aria-label={t('revenue.interval')}
            value={interval}
            onChange={(value) => setChosen({ of: period, interval: value as Interval })}
            data={intervals.map((value) => ({ value, label: t(`revenue.${value}`) }))}
          />
          <Button variant="default" size="xs" aria-pressed={table} onClick={() => setTable(!table)}>
            {t('revenue.asTable')}
          </Button>
        </Group>
      }
    >
      {series.error ? (
        <Problem error={series.error} onRetry={() => series.refetch()} />
      ) : series.isPending ? (
        <Skeleton height={284} />
      ) : (
        <>
          <Text size="sm" c="dimmed">
            {t('revenue.chartSummary', { net: money(sum((item) => item.net)), commission: money(sum((item) => item.commission)), from: dayOf(query.from), to: dayOf(lastDay(query.to)) })}{' '}
            {t('common.zone', { zone: query.time_zone })}
          </Text>
          {busy.length === 0 ? (
            <Empty>{t('revenue.nothingSettled')}</Empty>
          ) : table ? (
            <Table items={busy} caption={busy.length < items.length ? t('revenue.onlyBusy') : undefined} zone={query.time_zone} />
          ) : (
            <Boundary>
              <div aria-hidden>
                <Suspense fallback={<Skeleton height={240} />}>
                  <RevenueChart items={items} interval={interval} timeZone={query.time_zone} />
                </Suspense>
              </div>
            </Boundary>
          )}
        </>
      )}
    </Section>
  );
}

function Table({ items, caption, zone }: { items: Bucket[]; caption?: string; zone: string }) {
  const { t } = useI18n();
  const { day } = useFormat();
  const columns = ['gross', 'commission', 'net', 'refunded'] as const;
  return (
    <Rows
      label={t('revenue.chart')}
      caption={caption}
      items={items}
      keyOf={(item) => item.start}
      columns={[
        { name: t('common.from'), title: true, cell: (item) => day(item.start, zone) },
        ...columns.map((column) => ({ name: t(`common.${column}`), figure: true, cell: (item: Bucket) => <Money amount={item[column]} /> })),
      ]}
    />
  );
}
