import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { api, ask } from '../../../api/client';
import { Boundary } from '../../../components/boundary';
import { Loading } from '../../../components/pages';
import { Panel } from '../../../components/panel';
import { useProblemText } from '../../../components/problem';
import { useI18n } from '../../../i18n/i18n';
import type { RevenueQuery } from './query';
import { save } from './save';

const Statement = lazy(() => import('./statement'));

/** The period's lines as CSV, and a month's statement. They are fetched with the token, which stands in no address. */
export function Downloads({ query }: { query: RevenueQuery }) {
  const { t } = useI18n();
  const text = useProblemText();
  const [open, setOpen] = useState(false);
  const csv = useMutation({
    mutationFn: () => ask(api.GET('/api/revenue/export.csv', { params: { query }, parseAs: 'blob' })),
    onSuccess: (blob) => save(blob as unknown as Blob, `revenue-${query.from}-${query.to}.csv`),
    onError: (error) => notifications.show({ color: 'red', message: text(error) }),
  });

  return (
    <Group gap="xs">
      <Button variant="default" size="xs" loading={csv.isPending} onClick={() => csv.mutate()}>
        {t('revenue.csv')}
      </Button>
      <Button variant="default" size="xs" onClick={() => setOpen(true)}>
        {t('statement.title')}
      </Button>
      <Panel title={t('statement.title')} opened={open} onClose={() => setOpen(false)}>
        <Boundary>
          <Suspense fallback={<Loading />}>
            <Statement />
          </Suspense>
        </Boundary>
      </Panel>
    </Group>
  );
}
