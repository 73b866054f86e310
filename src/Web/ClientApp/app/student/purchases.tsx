import { useState } from 'react';
import { api, ask } from '../../api/client';
import { LinkButton } from '../../components/link-button';
import { ListTable, useList } from '../../components/lists';
import { Money, useFormat } from '../../components/money';
import { Section } from '../../components/pages';
import { useI18n } from '../../i18n/i18n';
import { ReceiptDrawer } from '../holds/receipt-drawer';
import { Payment } from './payment';

/** The student's places, each with the way to where its money is. */
export function Purchases() {
  const { t } = useI18n();
  const { time } = useFormat();
  const [open, setOpen] = useState<string | null>(null);
  const list = useList(['purchases'], (cursor) => ask(api.GET('/api/me/purchases', { params: { query: { cursor, limit: 20 } } })));
  return (
    <Section title={t('student.purchases')}>
      <ListTable
        list={list}
        empty={t('student.noPurchases')}
        label={t('student.purchases')}
        keyOf={(purchase) => purchase.id}
        columns={[
          { name: t('common.session'), title: true, cell: (purchase) => purchase.session_title },
          { name: t('common.when'), cell: (purchase) => time(purchase.scheduled_at) },
          { name: t('common.status'), cell: (purchase) => <Payment purchase={purchase} /> },
          { name: t('student.attendance'), cell: (purchase) => t('student.attended', { n: purchase.attendance_duration_minutes }) },
          { name: t('common.amount'), figure: true, cell: (purchase) => <Money amount={purchase.price_paid} /> },
          { name: t('receipt.title'), cell: (purchase) => <LinkButton onClick={() => setOpen(purchase.payment_hold_id)}>{t('student.where')}</LinkButton> },
        ]}
      />
      <ReceiptDrawer holdId={open} onClose={() => setOpen(null)} />
    </Section>
  );
}
