import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../../api/client';
import { Empty, Loading } from '../../../components/pages';
import { useFormat } from '../../../components/money';
import { Problem } from '../../../components/problem';
import { Rows } from '../../../components/rows';
import { useI18n } from '../../../i18n/i18n';
import { Loss } from '../../holds/loss';

/** Everybody of the session: who was lost at the same moment as others was probably not heard. */
export function SessionEvidence({ sessionId }: { sessionId: string }) {
  const { t } = useI18n();
  const { span } = useFormat();
  const evidence = useQuery({
    queryKey: ['admin', 'evidence', sessionId],
    queryFn: () => ask(api.GET('/api/admin/sessions/{id}/evidence', { params: { path: { id: sessionId } } })),
  });
  if (evidence.error) return <Problem error={evidence.error} onRetry={() => evidence.refetch()} />;
  if (!evidence.data) return <Loading />;

  const { people, blind_times, signs_of_loss } = evidence.data;
  return (
    <Stack>
      {people.length === 0 ? (
        <Empty>{t('review.nobody')}</Empty>
      ) : (
        <Rows
          label={t('review.everybody')}
          items={people}
          keyOf={(person) => person.user_id}
          columns={[
            { name: t('common.who'), title: true, cell: (person) => person.user_id },
            { name: t('evidence.certain'), figure: true, cell: (person) => span(person.certain_seconds) },
            { name: t('evidence.attended'), figure: true, cell: (person) => span(person.attended_seconds) },
            { name: t('evidence.possible'), figure: true, cell: (person) => span(person.possible_seconds) },
          ]}
        />
      )}
      <Loss blind={blind_times} signs={signs_of_loss} nameOf={(id) => id} />
    </Stack>
  );
}
