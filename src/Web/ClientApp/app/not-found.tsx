import { Button, Text } from '@mantine/core';
import { Link } from 'react-router';
import { Page } from '../components/pages';
import { useI18n } from '../i18n/i18n';

export function NotFound() {
  const { t } = useI18n();
  return (
    <Page title={t('notFound.title')}>
      <Text>{t('notFound.text')}</Text>
      <Button component={Link} to="/" variant="default" style={{ alignSelf: 'flex-start' }}>
        {t('notFound.back')}
      </Button>
    </Page>
  );
}
