import { useParams } from 'react-router';
import { Page, Section } from '../../components/pages';
import { useI18n } from '../../i18n/i18n';
import ReceiptOf from './receipt';

export default function HoldPage() {
  const { t } = useI18n();
  const { id } = useParams();
  return (
    <Page title={t('receipt.title')}>
      <Section title={t('receipt.of')}>
        <ReceiptOf holdId={id!} />
      </Section>
    </Page>
  );
}
