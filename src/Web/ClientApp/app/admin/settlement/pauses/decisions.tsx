import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { api, ask } from '../../../../api/client';
import { ListTable, useList } from '../../../../components/lists';
import { Money } from '../../../../components/money';
import { Section } from '../../../../components/pages';
import { Status } from '../../../../components/status';
import { formatPercent } from '../../../../format/format';
import { useI18n } from '../../../../i18n/i18n';
import { Foreseen, type Detail } from './foreseen';

/** What the run would have done, payment by payment. */
export function Decisions({ detail }: { detail: Detail }) {
  const { t, locale } = useI18n();
  const { id } = detail.pause;
  const list = useList(['admin', 'pauses', 'decisions', id], (cursor) =>
    ask(api.GET('/api/admin/settlements/pauses/{id}/decisions', { params: { path: { id }, query: { cursor, limit: 20 } } })),
  );
  return (
    <Section title={t('pause.foreseen')}>
      <Foreseen detail={detail} />
      <ListTable
        list={list}
        empty={t('pause.nothingForeseen')}
        label={t('pause.foreseen')}
        keyOf={(decision) => decision.hold_id}
        columns={[
          {
            name: t('common.session'),
            title: true,
            cell: (decision) => (
              <Anchor component={Link} to={`/holds/${decision.hold_id}`} size="sm" lh={2} c="inherit" td="underline">
                {decision.session_title ?? decision.hold_id}
              </Anchor>
            ),
          },
          { name: t('receipt.student'), cell: (decision) => decision.student_name },
          { name: t('student.attendance'), figure: true, cell: (decision) => formatPercent(decision.attendance_percentage, locale) },
          { name: t('pause.would'), cell: (decision) => <Status status={decision.outcome} /> },
          { name: t('common.amount'), figure: true, cell: (decision) => <Money amount={decision.amount} /> },
        ]}
      />
    </Section>
  );
}
