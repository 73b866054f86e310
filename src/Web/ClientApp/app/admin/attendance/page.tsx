import { Alert, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, ask, type Schemas } from '../../../api/client';
import { Empty, Loading, Page, Section } from '../../../components/pages';
import { Problem } from '../../../components/problem';
import { useI18n } from '../../../i18n/i18n';
import { Differences } from './differences';
import { ScopeForm } from './form';

/** Whether the attendance that is stored still follows from what was heard. */
export default function AttendancePage() {
  const { t } = useI18n();
  const rebuild = useMutation({ mutationFn: (body: Schemas['RebuildAttendanceBody']) => ask(api.POST('/api/admin/attendance/rebuild', { body })) });
  return (
    <Page title={t('rebuild.title')}>
      <ScopeForm busy={rebuild.isPending} onAsk={(scope) => rebuild.mutate(scope)} />
      {rebuild.error ? (
        <Problem error={rebuild.error} onRetry={() => rebuild.variables && rebuild.mutate(rebuild.variables)} />
      ) : rebuild.isPending ? (
        <Loading />
      ) : (
        rebuild.data && <Found rebuild={rebuild.data} />
      )}
    </Page>
  );
}

function Found({ rebuild }: { rebuild: Schemas['AttendanceRebuild'] }) {
  const { t } = useI18n();
  const { sessions, records, events, differences, truncated } = rebuild;
  if (sessions === 0) return <Empty>{t('rebuild.none')}</Empty>;
  if (differences.length === 0) {
    return (
      <Alert color="green" role="status">
        {t('rebuild.ok', { sessions, records, events })}
      </Alert>
    );
  }

  return (
    <Section title={t('rebuild.differences')}>
      <Alert color="red" role="alert">
        {t('rebuild.differs', { n: differences.length, sessions, records, events })}
      </Alert>
      {truncated && <Text size="sm">{t('rebuild.truncated', { n: differences.length })}</Text>}
      <Differences differences={differences} />
    </Section>
  );
}
