import { Anchor, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api, ask } from '../../../../api/client';
import { useFormat } from '../../../../components/money';
import { Loading, Page, Section } from '../../../../components/pages';
import { Problem } from '../../../../components/problem';
import { Status } from '../../../../components/status';
import { useI18n } from '../../../../i18n/i18n';
import { Decide } from './decide';
import { Decisions } from './decisions';
import { Figures } from './figures';
import { Outcome } from './outcome';

/** One stopped run: why it was stopped, what it would have done, and what is to become of it. */
export default function StoppedRunPage() {
  const { t } = useI18n();
  const { time } = useFormat();
  const { id } = useParams();
  const [stale, setStale] = useState(false);
  const detail = useQuery({
    queryKey: ['admin', 'pauses', 'one', id],
    queryFn: () => ask(api.GET('/api/admin/settlements/pauses/{id}', { params: { path: { id: id! } } })),
  });

  return (
    <Page title={t('pause.title')} actions={<Anchor component={Link} to="/admin/settlement" size="sm" lh={2}>{t('pause.back')}</Anchor>}>
      {detail.error ? (
        <Problem error={detail.error} onRetry={() => detail.refetch()} />
      ) : !detail.data ? (
        <Loading rows={8} />
      ) : (
        <>
          <Section title={t('pause.why')} actions={<Status status={detail.data.pause.status} />}>
            <Text size="sm" c="dimmed">
              {t('pause.stoppedAt', { when: time(detail.data.pause.paused_at) })}
            </Text>
            <List>
              {detail.data.pause.reasons.map((reason) => (
                <List.Item key={reason}>{t(`pause.${reason}`)}</List.Item>
              ))}
            </List>
            <Figures pause={detail.data.pause} />
          </Section>
          {detail.data.pause.status === 'waiting' ? (
            <Decide detail={detail.data} onStale={() => setStale(true)} />
          ) : (
            <Outcome pause={detail.data.pause} stale={stale} />
          )}
          <Decisions detail={detail.data} />
        </>
      )}
    </Page>
  );
}
