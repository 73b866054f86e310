import { Stack, Title } from '@mantine/core';
import { useI18n } from '../../../../i18n/i18n';
import { WithdrawalForm } from './form';
import { History } from './history';

export default function WithdrawPage() {
  const { t } = useI18n();
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('withdraw.title')}
      </Title>
      <WithdrawalForm />
      <History />
    </Stack>
  );
}
