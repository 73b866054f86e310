import { Button, Group, SegmentedControl, SimpleGrid, Skeleton, Stack, Table, Text, Title, UnstyledButton } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { api, ask, type Schemas } from '../../../api/client';
import { Figure, Empty, Loading, More, Section } from '../../../components/pages';
import { Wide } from '../../../components/wide';
import { Money, useFormat } from '../../../components/money';
import { Problem } from '../../../components/problem';
import { Status } from '../../../components/status';
import { useList } from '../../../components/lists';
import { ownZone } from '../../../format/format';
import { useI18n } from '../../../i18n/i18n';
import { ReceiptDrawer } from '../../holds/receipt-drawer';
import { Downloads } from './downloads';
import { intervalFor, lastDay, lastDays, nextDay } from './period';

const RevenueChart = lazy(() => import('./chart'));

type Interval = 'day' | 'week' | 'month';

export default function RevenuePage() {
  const { t } = useI18n();
  const zone = ownZone();
  const [range, setRange] = useState(() => lastDays(90, new Date()));
  const [interval, setInterval] = useState<Interval>(() => intervalFor(range.from, range.to));
  const query = { from: range.from, to: range.to, time_zone: zone };

  return (
    <Stack>
      <Group justify="space-between" align="flex-end">
        <Title order={1} size="h2">
          {t('revenue.title')}
        </Title>
        <Group align="flex-end" gap="sm">
          <DatePickerInput
            type="range"
            label={t('revenue.period')}
            miw={240}
            allowSingleDateInRange
            value={[range.from, lastDay(range.to)]}
            onChange={([from, to]) => {
              if (from && to) {
                const next = { from: String(from).slice(0, 10), to: nextDay(String(to).slice(0, 10)) };
                setRange(next);
                setInterval(intervalFor(next.from, next.to));
              }
            }}
          />
          <SegmentedControl
            aria-label={t('revenue.interval')}
            value={interval}
            onChange={(value) => setInterval(value as Interval)}
            data={(['day', 'week', 'month'] as const).map((value) => ({ value, label: t(`revenue.${value}`) }))}
          />
        </Group>
      </Group>
      <Figures query={query} />
      <Series query={query} interval={interval} zone={zone} />
      <ByCourse query={query} />
      <Lines query={query} />
    </Stack>
  );
}

interface Query {
  from: string;
  to: string;
  time_zone: string;
}

function Figures({ query }: { query: Query }) {
  const { t } = useI18n();
  const { day } = useFormat();
  const summary = useQuery({ queryKey: ['revenue', 'summary', query], queryFn: () => ask(api.GET('/api/revenue/summary', { params: { query } })) });
  if (summary.error) return <Problem error={summary.error} onRetry={() => summary.refetch()} />;
  if (!summary.data) return <Skeleton height={96} />;

  const { available, held, net, withdrawn, sessions, next_due_at } = summary.data;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
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

function Series({ query, interval, zone }: { query: Query; interval: Interval; zone: string }) {
  const { t } = useI18n();
  const { money, day } = useFormat();
  const [table, setTable] = useState(false);
  const series = useQuery({
    queryKey: ['revenue', 'series', query, interval],
    queryFn: () => ask(api.GET('/api/revenue/timeseries', { params: { query: { ...query, interval } } })),
    placeholderData: (before) => before,
  });
  const items = series.data?.items ?? [];
  const dayOf = (date: string) => day(`${date}T12:00:00`);
  const sum = (of: (item: Schemas['RevenueBucket']) => number) => Math.round(items.reduce((total, item) => total + of(item) * 100, 0)) / 100;

  return (
    <Section
      title={t('revenue.chart')}
      actions={
        <Button variant="default" size="xs" aria-pressed={table} onClick={() => setTable(!table)}>
          {t('revenue.asTable')}
        </Button>
      }
    >
      {series.error ? (
        <Problem error={series.error} onRetry={() => series.refetch()} />
      ) : series.isPending ? (
        <Skeleton height={240} />
      ) : (
        <>
          <Text size="sm" c="dimmed">
            {t('revenue.chartSummary', { net: money(sum((item) => item.net)), commission: money(sum((item) => item.commission)), from: dayOf(query.from), to: dayOf(lastDay(query.to)) })}{' '}
            {t('common.zone', { zone })}
          </Text>
          {table ? (
            <Wide label={t('revenue.chart')} minWidth={420}>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">{t('common.when')}</Table.Th>
                    {(['common.gross', 'common.commission', 'common.net', 'common.refunded'] as const).map((key) => (
                      <Table.Th key={key} scope="col" ta="right">
                        {t(key)}
                      </Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map((item) => (
                    <Table.Tr key={item.start}>
                      <Table.Th scope="row" fw={400}>
                        {day(item.start, zone)}
                      </Table.Th>
                      {[item.gross, item.commission, item.net, item.refunded].map((amount, column) => (
                        <Table.Td key={column} ta="right">
                          <Money amount={amount} />
                        </Table.Td>
                      ))}
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Wide>
          ) : (
            <div aria-hidden>
              <Suspense fallback={<Skeleton height={240} />}>
                <RevenueChart items={items} timeZone={zone} />
              </Suspense>
            </div>
          )}
        </>
      )}
    </Section>
  );
}

function ByCourse({ query }: { query: Query }) {
  const { t } = useI18n();
  const courses = useQuery({ queryKey: ['revenue', 'courses', query], queryFn: () => ask(api.GET('/api/revenue/courses', { params: { query } })) });
  if (courses.error) return <Problem error={courses.error} onRetry={() => courses.refetch()} />;
  if (!courses.data?.items.length) return null;

  return (
    <Section title={t('revenue.byCourse')}>
      <Wide label={t('revenue.byCourse')} minWidth={420}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('common.course')}</Table.Th>
              <Table.Th scope="col" ta="right">{t('common.gross')}</Table.Th>
              <Table.Th scope="col" ta="right">{t('common.commission')}</Table.Th>
              <Table.Th scope="col" ta="right">{t('common.net')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {courses.data.items.map((course) => (
              <Table.Tr key={course.course_id}>
                <Table.Th scope="row" fw={400}>{course.title}</Table.Th>
                <Table.Td ta="right"><Money amount={course.gross} /></Table.Td>
                <Table.Td ta="right"><Money amount={course.commission} /></Table.Td>
                <Table.Td ta="right"><Money amount={course.net} /></Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}

function Lines({ query }: { query: Query }) {
  const { t } = useI18n();
  const { time } = useFormat();
  const [open, setOpen] = useState<string | null>(null);
  const lines = useList(['revenue', 'lines', query], (cursor) => ask(api.GET('/api/revenue/lines', { params: { query: { ...query, cursor, limit: 20 } } })));

  return (
    <Section title={t('revenue.lines')} actions={<Downloads query={query} />}>
      {lines.error ? (
        <Problem error={lines.error} onRetry={() => lines.refetch()} />
      ) : lines.isPending ? (
        <Loading />
      ) : lines.items.length === 0 ? (
        <Empty>{t('revenue.noLines')}</Empty>
      ) : (
        <>
          <Wide label={t('revenue.lines')} minWidth={520}>
            <Table highlightOnHover>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('common.when')}</Table.Th>
                  <Table.Th scope="col">{t('common.session')}</Table.Th>
                  <Table.Th scope="col">{t('common.status')}</Table.Th>
                  <Table.Th scope="col" ta="right">{t('common.amount')}</Table.Th>
                  <Table.Th scope="col" ta="right">{t('common.net')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {lines.items.map((line) => (
                  <Table.Tr key={line.hold_id}>
                    <Table.Td>{time(line.at)}</Table.Td>
                    <Table.Td>
                      <UnstyledButton onClick={() => setOpen(line.hold_id)} td="underline" mih={24} fz="sm">
                        {line.session_title}
                      </UnstyledButton>
                    </Table.Td>
                    <Table.Td><Status status={line.status} /></Table.Td>
                    <Table.Td ta="right"><Money amount={line.amount} /></Table.Td>
                    <Table.Td ta="right"><Money amount={line.net} /></Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Wide>
          {lines.hasNextPage && <More onClick={() => void lines.fetchNextPage()} loading={lines.isFetchingNextPage} />}
        </>
      )}
      <ReceiptDrawer holdId={open} onClose={() => setOpen(null)} />
    </Section>
  );
}
