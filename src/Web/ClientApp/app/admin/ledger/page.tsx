import { Alert, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../../api/client';
import { Loading, Page, Section } from '../../../components/pages';
import { Problem } from '../../../components/problem';
import { useI18n } from '../../../i18n/i18n';

/** The result of checking the books, in words. */
export default function LedgerPage() {
  const { t } = useI18n();
  const check = useQuery({ queryKey: ['admin', 'verification'], queryFn: () => ask(api.GET('/api/admin/ledger/verification')), staleTime: 0 });
  return (
    <Page title={t('nav.ledger')}>
      <Section title={t('admin.verify')}>
        {check.error ? (
          <Problem error={check.error} onRetry={() => check.refetch()} />
        ) : check.isPending ? (
          <Loading />
        ) : check.data.ok ? (
          <Alert color="green" role="status">
            {t('admin.booksOk', check.data.checked)}
          </Alert>
        ) : (
          <>
            <Alert color="red" role="alert">
              {t('admin.booksBroken', { n: check.data.violations.length })}
            </Alert>
            <List>
              {check.data.violations.map((violation, index) => (
                <List.Item key={index}>
                  <Text size="sm">
                    <b>{violation.invariant}</b> · {violation.subject}: {violation.detail}
                  </Text>
                </List.Item>
              ))}
            </List>
          </>
        )}
      </Section>
    </Page>
  );
}
