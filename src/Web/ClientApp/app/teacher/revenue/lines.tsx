import { useState } from 'react';
import { api, ask } from '../../../api/client';
import { LinkButton } from '../../../components/link-button';
import { ListTable, useList } from '../../../components/lists';
import { Money, useFormat } from '../../../components/money';
import { Section } from '../../../components/pages';
import { Status } from '../../../components/status';
import { useI18n } from '../../../i18n/i18n';
import { ReceiptDrawer } from '../../holds/receipt-drawer';
import { Downloads } from './downloads';
import type { RevenueQuery } from './query';

/** Every payment of the period, each with its receipt. */
export function Lines({ query }: { query: RevenueQuery }) {
  const { t } = useI18n();
  const { time } = useFormat();
  const [open, setOpen] = useState<string | null>(null);
  const lines = useList(['revenue', 'lines', query], (cursor) => ask(api.GET('/api/revenue/lines', { params: { query: { ...query, cursor, limit: 20 } } })));

  return (
    <Section title={t('revenue.lines')} actions={<Downloads query={query} />}>
      <ListTable
        list={lines}
        empty={t('revenue.noLines')}
        label={t('revenue.lines')}
        keyOf={(line) => line.hold_id}
        columns={[
          { name: t('common.session'), title: true, cell: (line) => <LinkButton onClick={() => setOpen(line.hold_id)}>{line.session_title}</LinkButton> },
          { name: t('common.when'), cell: (line) => time(line.at) },
          { name: t('common.status'), cell: (line) => <Status status={line.status} /> },
          { name: t('common.amount'), figure: true, cell: (line) => <Money amount={line.amount} /> },
          { name: t('common.net'), figure: true, cell: (line) => <Money amount={line.net} /> },
        ]}
      />
      <ReceiptDrawer holdId={open} onClose={() => setOpen(null)} />
    </Section>
  );
}
