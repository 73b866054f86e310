import { Button, Group } from '@mantine/core';
import { MonthPickerInput } from '@mantine/dates';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../../api/client';
import { useProblemText } from '../../../components/problem';
import { ownZone } from '../../../format/format';
import { useI18n } from '../../../i18n/i18n';
import { isoDay } from './period';

/** The period's lines as CSV, and a month's statement. They are fetched with the token, which stands in no address. */
export function Downloads({ query }: { query: { from: string; to: string; time_zone: string } }) {
  const { t } = useI18n();
  const text = useProblemText();
  const [month, setMonth] = useState(() => isoDay(new Date()).slice(0, 7));
  const failed = (error: unknown) => notifications.show({ color: 'red', message: text(error) });
  const csv = useMutation({
    mutationFn: () => ask(api.GET('/api/revenue/export.csv', { params: { query }, parseAs: 'blob' })),
    onSuccess: (blob) => save(blob as unknown as Blob, `revenue-${query.from}-${query.to}.csv`),
    onError: failed,
  });
  const statement = useMutation({
    mutationFn: () => ask(api.GET('/api/revenue/statements/{month}', { params: { path: { month }, query: { time_zone: ownZone() } } })),
    onSuccess: (data) => save(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }), `statement-${month}.json`),
    onError: failed,
  });

  return (
    <Group gap="xs" align="flex-end">
      <Button variant="default" size="xs" loading={csv.isPending} onClick={() => csv.mutate()}>
        {t('revenue.csv')}
      </Button>
      <MonthPickerInput size="xs" aria-label={t('revenue.statement')} value={`${month}-01`} onChange={(value) => value && setMonth(String(value).slice(0, 7))} />
      <Button variant="default" size="xs" loading={statement.isPending} onClick={() => statement.mutate()}>
        {t('revenue.statement')}
      </Button>
    </Group>
  );
}

function save(blob: Blob, name: string) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
