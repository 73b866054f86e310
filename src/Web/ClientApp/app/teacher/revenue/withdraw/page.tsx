import { Page } from '../../../../components/pages';
import { useI18n } from '../../../../i18n/i18n';
import { WithdrawalForm } from './form';
import { History } from './history';

export default function WithdrawPage() {
  const { t } = useI18n();
  return (
    <Page title={t('withdraw.title')}>
      <WithdrawalForm />
      <History />
    </Page>
  );
}
