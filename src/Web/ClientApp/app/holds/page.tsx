import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { holdQuery, isSettled } from '../../api/holds';
import { Page, Section } from '../../components/pages';
import { useI18n } from '../../i18n/i18n';
import ReceiptOf from './receipt';

export default function HoldPage() {
  const { t } = useI18n();
  const { id } = useParams();
  const settled = isSettled(useQuery(holdQuery(id!)).data);
  return (
    <Page title={t(settled ? 'receipt.title' : 'receipt.payment')}>
      <Section title={t(settled ? 'receipt.of' : 'receipt.where')}>
        <ReceiptOf holdId={id!} />
      </Section>
    </Page>
  );
}
