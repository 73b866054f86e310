import { Alert, Button, Group, Text } from '@mantine/core';
import { ApiError } from '../api/client';
import { en } from '../i18n/en';
import { useI18n, type MessageKey } from '../i18n/i18n';

/** An error in the reader's words where we have them, else in the server's, with its code and a way to try again. */
export function Problem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useI18n();
  const text = useProblemText();
  return (
    <Alert color="red" title={t('error.title')} role="alert">
      <Text size="sm">{text(error)}</Text>
      {error instanceof ApiError &&
        Object.entries(error.errors).map(([field, texts]) => (
          <Text key={field} size="sm">
            {texts.join(' ')}
          </Text>
        ))}
      <Group mt="xs" gap="md">
        {onRetry && (
          <Button variant="default" size="xs" onClick={onRetry}>
            {t('error.retry')}
          </Button>
        )}
        {error instanceof ApiError && (
          <Text size="xs" c="dimmed">
            {t('error.code', { code: error.code })}
          </Text>
        )}
      </Group>
    </Alert>
  );
}

export function useProblemText() {
  const { t, language } = useI18n();
  return (error: unknown) => {
    if (!(error instanceof ApiError)) return t('error.page');
    const key = `error.${error.code}`;
    const known = key in en ? t(key as MessageKey) : null;
    // The server speaks English: its own words say more where the reader does too.
    return known ?? (language === 'en' || error.message ? error.message : error.code);
  };
}
