import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../../api/client';
import { ListTable, useList } from '../../../components/lists';
import { Money, useFormat } from '../../../components/money';
import { Page, Section } from '../../../components/pages';
import { useProblemText } from '../../../components/problem';
import { useI18n } from '../../../i18n/i18n';
import { Failures } from './failures';
import { StoppedRuns } from './stopped-runs';

export default function SettlementPage() {
  const { t } = useI18n();
  const { time } = useFormat();
  const client = useQueryClient();
  const text = useProblemText();
  const runs = useList(['admin', 'runs'], (cursor) => ask(api.GET('/api/admin/settlements', { params: { query: { cursor, limit: 20 } } })));
  const run = useMutation({
    mutationFn: () => ask(api.POST('/api/admin/settlements/run')),
    onSuccess: (report) =>
      notifications.show(
        report.paused_by
          ? { color: 'orange', message: t('admin.ranStopped') }
          : { message: t('admin.ran', { released: report.released, refunded: report.refunded, failed: report.failed }) },
      ),
    onError: (error) => notifications.show({ color: 'red', message: text(error) }),
    onSettled: () => client.invalidateQueries({ queryKey: ['admin'] }),
  });

  return (
    <Page
      title={t('nav.settlement')}
      actions={
        <Button loading={run.isPending} onClick={() => run.mutate()}>
          {t('admin.runNow')}
        </Button>
      }
    >
      <StoppedRuns />
      <Failures />
      <Section title={t('admin.runs')}>
        <ListTable
          list={runs}
          empty={t('admin.noRuns')}
          label={t('admin.runs')}
          keyOf={(report) => report.id}
          columns={[
            { name: t('common.when'), title: true, cell: (report) => (report.paused_by ? `${time(report.started_at)} · ${t('admin.paused')}` : time(report.started_at)) },
            { name: t('status.released'), figure: true, cell: (report) => <Sum of={report.released} amount={report.released_amount} /> },
            { name: t('status.refunded'), figure: true, cell: (report) => <Sum of={report.refunded} amount={report.refunded_amount} /> },
            { name: t('status.needs_review'), figure: true, cell: (report) => report.needs_review },
            { name: t('common.commission'), figure: true, cell: (report) => <Money amount={report.commission_amount} /> },
            { name: t('admin.failed'), figure: true, cell: (report) => report.failed },
          ]}
        />
      </Section>
    </Page>
  );
}

function Sum({ of, amount }: { of: number; amount: number }) {
  return (
    <span className="amount">
      {of} · <Money amount={amount} />
    </span>
  );
}
