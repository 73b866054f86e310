import { Button, Stack, Table, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../../api/client';
import { useList } from '../../../components/lists';
import { Empty, Loading, More, Section } from '../../../components/pages';
import { Wide } from '../../../components/wide';
import { Money, useFormat } from '../../../components/money';
import { Problem, useProblemText } from '../../../components/problem';
import { useI18n } from '../../../i18n/i18n';

export default function SettlementPage() {
  const { t } = useI18n();
  const { time } = useFormat();
  const client = useQueryClient();
  const text = useProblemText();
  const runs = useList(['admin', 'runs'], (cursor) => ask(api.GET('/api/admin/settlements', { params: { query: { cursor, limit: 20 } } })));
  const failed = useList(['admin', 'failed'], (cursor) => ask(api.GET('/api/admin/holds', { params: { query: { cursor, failed: true } } })));
  const run = useMutation({
    mutationFn: () => ask(api.POST('/api/admin/settlements/run')),
    onSuccess: (report) => notifications.show({ message: t('admin.ran', { released: report.released, refunded: report.refunded, failed: report.failed }) }),
    onError: (error) => notifications.show({ color: 'red', message: text(error) }),
    onSettled: () => client.invalidateQueries({ queryKey: ['admin'] }),
  });

  return (
    <Stack>
      <Title order={1} size="h2">
        {t('nav.settlement')}
      </Title>
      <Section title={t('admin.failures')}>
        {failed.error ? (
          <Problem error={failed.error} onRetry={() => failed.refetch()} />
        ) : failed.isPending ? (
          <Loading rows={2} />
        ) : failed.items.length === 0 ? (
          <Text>{t('admin.noFailures')}</Text>
        ) : (
          <Wide label={t('admin.failures')} minWidth={480}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('common.amount')}</Table.Th>
                  <Table.Th scope="col">{t('admin.attempts')}</Table.Th>
                  <Table.Th scope="col">{t('admin.lastError')}</Table.Th>
                  <Table.Th scope="col">{t('admin.nextTry')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {failed.items.map((hold) => (
                  <Table.Tr key={hold.id}>
                    <Table.Td><Money amount={hold.amount} /></Table.Td>
                    <Table.Td>{hold.attempts}</Table.Td>
                    <Table.Td>{hold.last_error}</Table.Td>
                    <Table.Td>{hold.next_try_at && time(hold.next_try_at)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Wide>
        )}
      </Section>
      <Section
        title={t('admin.runs')}
        actions={
          <Button size="xs" loading={run.isPending} onClick={() => run.mutate()}>
            {t('admin.runNow')}
          </Button>
        }
      >
        {runs.error ? (
          <Problem error={runs.error} onRetry={() => runs.refetch()} />
        ) : runs.isPending ? (
          <Loading />
        ) : runs.items.length === 0 ? (
          <Empty>{t('admin.empty')}</Empty>
        ) : (
          <Wide label={t('admin.runs')} minWidth={480}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('common.when')}</Table.Th>
                  <Table.Th scope="col" ta="right">{t('status.released')}</Table.Th>
                  <Table.Th scope="col" ta="right">{t('status.refunded')}</Table.Th>
                  <Table.Th scope="col" ta="right">{t('common.commission')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {runs.items.map((report) => (
                  <Table.Tr key={report.id}>
                    <Table.Td>{time(report.started_at)}</Table.Td>
                    <Table.Td ta="right">{report.released} · <Money amount={report.released_amount} /></Table.Td>
                    <Table.Td ta="right">{report.refunded} · <Money amount={report.refunded_amount} /></Table.Td>
                    <Table.Td ta="right"><Money amount={report.commission_amount} /></Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Wide>
        )}
        {runs.hasNextPage && <More onClick={() => void runs.fetchNextPage()} loading={runs.isFetchingNextPage} />}
      </Section>
    </Stack>
  );
}
