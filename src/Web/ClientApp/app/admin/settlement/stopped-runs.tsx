import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { api, ask } from '../../../api/client';
import { ListTable, useList } from '../../../components/lists';
import { useFormat } from '../../../components/money';
import { Section } from '../../../components/pages';
import { Status } from '../../../components/status';
import { useI18n } from '../../../i18n/i18n';

/** Runs that were stopped because they looked wrong, and what was decided about them. */
export function StoppedRuns() {
  const { t } = useI18n();
  const { time } = useFormat();
  const list = useList(['admin', 'pauses'], (cursor) => ask(api.GET('/api/admin/settlements/pauses', { params: { query: { cursor, limit: 10 } } })));
  return (
    <Section title={t('pause.list')}>
      <ListTable
        list={list}
        empty={t('pause.none')}
        label={t('pause.list')}
        keyOf={(pause) => pause.id}
        columns={[
          {
            name: t('common.when'),
            title: true,
            cell: (pause) => (
              <Anchor component={Link} to={`/admin/settlement/pauses/${pause.id}`} size="sm" lh={2} c="inherit" td="underline">
                {time(pause.paused_at)}
              </Anchor>
            ),
          },
          { name: t('pause.why'), cell: (pause) => <div>{pause.reasons.map((reason) => <div key={reason}>{t(`pause.${reason}`)}</div>)}</div> },
          { name: t('pause.holds'), figure: true, cell: (pause) => pause.holds },
          { name: t('common.status'), cell: (pause) => <Status status={pause.status} /> },
        ]}
      />
    </Section>
  );
}
