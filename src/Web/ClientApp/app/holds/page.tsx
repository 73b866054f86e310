import { Stack, Title } from '@mantine/core';
import { useParams } from 'react-router';
import { Section } from '../../components/pages';
import { useI18n } from '../../i18n/i18n';
import { ReceiptOf } from './receipt';

export default function HoldPage() {
  const { t } = useI18n();
  const { id } = useParams();
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('receipt.title')}
      </Title>
      <Section title={t('receipt.of')}>
        <ReceiptOf holdId={id!} />
      </Section>
    </Stack>
  );
}
