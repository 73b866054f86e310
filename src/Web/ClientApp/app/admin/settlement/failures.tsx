import { api, ask } from '../../../api/client';
import { LinkButton } from '../../../components/link-button';
import { ListTable, useList } from '../../../components/lists';
import { Money, useFormat } from '../../../components/money';
import { Section } from '../../../components/pages';
import { useState } from 'react';
import { useI18n } from '../../../i18n/i18n';
import { ReceiptDrawer } from '../../holds/receipt-drawer';

/** The payments that a settlement stumbled over, and when it tries again. */
export function Failures() {
  const { t } = useI18n();
  const { time } = useFormat();
  const [open, setOpen] = useState<string | null>(null);
  const failed = useList(['admin', 'failed'], (cursor) => ask(api.GET('/api/admin/holds', { params: { query: { cursor, failed: true } } })));
  return (
    <Section title={t('admin.failures')}>
      <ListTable
        list={failed}
        empty={t('admin.noFailures')}
        label={t('admin.failures')}
        keyOf={(hold) => hold.id}
        columns={[
          { name: t('admin.lastError'), title: true, cell: (hold) => hold.last_error },
          { name: t('common.amount'), figure: true, cell: (hold) => <Money amount={hold.amount} /> },
          { name: t('admin.attempts'), figure: true, cell: (hold) => hold.attempts },
          { name: t('admin.nextTry'), cell: (hold) => hold.next_try_at && time(hold.next_try_at) },
          { name: t('admin.payment'), cell: (hold) => <LinkButton onClick={() => setOpen(hold.id)}>{t('admin.open')}</LinkButton> },
        ]}
      />
      <ReceiptDrawer holdId={open} onClose={() => setOpen(null)} />
    </Section>
  );
}
