import { Button, Group, Stack, Text } from '@mantine/core';
import { MonthPickerInput } from '@mantine/dates';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schemas } from '../../../api/client';
import { Facts } from '../../../components/facts';
import { Money } from '../../../components/money';
import { Empty, Loading } from '../../../components/pages';
import { Problem } from '../../../components/problem';
import { Rows } from '../../../components/rows';
import { ownZone } from '../../../format/format';
import { useI18n } from '../../../i18n/i18n';
import { nameOf, useLedgerColumns } from '../../ledger/columns';
import { useCalendarProps } from './calendar-props';
import { isoDay } from './period';
import { save } from './save';

/** A month that adds up: what was there, what came and went, what is left. */
export default function Statement() {
  const { t } = useI18n();
  const zone = ownZone();
  const [month, setMonth] = useState(() => isoDay(new Date()).slice(0, 7));
  const statement = useQuery({
    queryKey: ['revenue', 'statement', month, zone],
    queryFn: () => ask(api.GET('/api/revenue/statements/{month}', { params: { path: { month }, query: { time_zone: zone } } })),
  });

  return (
    <Stack>
      <Group align="flex-end" justify="space-between">
        <MonthPickerInput
          {...useCalendarProps()}
          label={t('revenue.month')}
          miw={160}
          value={`${month}-01`}
          maxDate={isoDay(new Date())}
          onChange={(value) => value && setMonth(String(value).slice(0, 7))}
        />
        <Button
          variant="default"
          disabled={!statement.data}
          onClick={() => save(new Blob([JSON.stringify(statement.data, null, 2)], { type: 'application/json' }), `statement-${month}.json`)}
        >
          {t('statement.download')}
        </Button>
      </Group>
      {statement.error ? <Problem error={statement.error} onRetry={() => statement.refetch()} /> : !statement.data ? <Loading /> : <Month statement={statement.data} />}
    </Stack>
  );
}

function Month({ statement }: { statement: Schemas['Statement'] }) {
  const { t } = useI18n();
  const columns = useLedgerColumns();
  const firstOf = (type: string) => statement.lines.find((line) => line.type === type)!;
  return (
    <>
      <Facts
        label={t('statement.title')}
        facts={[
          { name: t('statement.opening'), value: <Money amount={statement.opening_balance} /> },
          ...statement.totals.map((total) => ({ name: t(nameOf(firstOf(total.type))), value: <Money amount={total.amount} sign="exceptZero" /> })),
          { name: t('statement.closing'), value: <Money amount={statement.closing_balance} />, strong: true },
        ]}
      />
      {statement.lines.length === 0 ? (
        <Empty>{t('statement.empty')}</Empty>
      ) : (
        <Rows label={t('ledger.movements')} items={statement.lines} keyOf={(line) => line.id} columns={columns} />
      )}
      <Text size="sm" c="dimmed">
        {t('common.zone', { zone: statement.time_zone })}
      </Text>
    </>
  );
}
