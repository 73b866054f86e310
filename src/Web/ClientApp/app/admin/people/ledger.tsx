import { api, ask, type Schemas } from '../../../api/client';
import { ListTable, useList } from '../../../components/lists';
import { Panel } from '../../../components/panel';
import { useI18n } from '../../../i18n/i18n';
import { useLedgerColumns } from '../../ledger/columns';

/** Every line of somebody's ledger, beside the list of people. */
export function PersonLedger({ person, onClose }: { person: Schemas['UserView'] | null; onClose: () => void }) {
  const { t } = useI18n();
  return (
    <Panel title={t('ledger.of', { name: person?.name ?? '' })} opened={person !== null} onClose={onClose}>
      {person && <Lines id={person.id} />}
    </Panel>
  );
}

function Lines({ id }: { id: string }) {
  const { t } = useI18n();
  const columns = useLedgerColumns();
  const list = useList(['admin', 'transactions', id], (cursor) =>
    ask(api.GET('/api/admin/users/{id}/transactions', { params: { path: { id }, query: { cursor } } })),
  );
  return <ListTable list={list} empty={t('ledger.empty')} label={t('ledger.movements')} keyOf={(line) => line.id} columns={columns} />;
}
