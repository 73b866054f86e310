import { api, ask } from '../../api/client';
import { ListTable, useList } from '../../components/lists';
import { Section } from '../../components/pages';
import { useI18n } from '../../i18n/i18n';
import { useLedgerColumns } from './columns';

/** Everything that has come to the reader's balance or left it. */
export function Movements({ empty }: { empty: string }) {
  const { t } = useI18n();
  const columns = useLedgerColumns();
  const list = useList(['transactions'], (cursor) => ask(api.GET('/api/me/transactions', { params: { query: { cursor, limit: 10 } } })));
  return (
    <Section title={t('ledger.movements')}>
      <ListTable list={list} empty={empty} label={t('ledger.movements')} keyOf={(line) => line.id} columns={columns} />
    </Section>
  );
}
