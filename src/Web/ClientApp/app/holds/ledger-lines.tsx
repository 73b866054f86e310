import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, ask, type Schemas } from '../../api/client';
import { useSession } from '../../auth/session';
import { Money, useFormat } from '../../components/money';
import { Rows } from '../../components/rows';
import { useI18n } from '../../i18n/i18n';
import { findLines } from './find-lines';
import { linesOf, type ReceiptLine } from './lines-of';
import type { Hold, Receipt } from './receipt';

type Transaction = Schemas['TransactionView'];
type Line = ReceiptLine & { balance_after?: number };

/** The ledger's lines that this settlement wrote. Their balances are shown to whom they belong, and to admins. */
export function LedgerLines({ receipt, hold }: { receipt: Receipt; hold: Hold }) {
  const { t } = useI18n();
  const { time } = useFormat();
  const { session } = useSession();
  const admin = session?.role === 'admin';
  const lines = linesOf(receipt);
  const mine = (line: ReceiptLine) => session?.userId === hold[`${line.owner}_id`];
  const seen = lines.filter((line) => admin || mine(line));
  const find = (owner: ReceiptLine['owner']) =>
    findLines<Transaction>(seen.filter((line) => line.owner === owner).map((line) => line.id), receipt.settled_at, (cursor) =>
      ask(
        admin
          ? api.GET('/api/admin/users/{id}/transactions', { params: { path: { id: hold[`${owner}_id`] }, query: { cursor, limit: 100 } } })
          : api.GET('/api/me/transactions', { params: { query: { cursor, limit: 100 } } }),
      ),
    );
  const written = useQuery({
    queryKey: ['written', hold.id],
    queryFn: () => Promise.all([...new Set(seen.map((line) => line.owner))].map((owner) => find(owner))).then((found) => found.flat()),
    enabled: seen.length > 0,
  });

  return (
    <Rows
      label={t('receipt.rows')}
      items={lines.map((line): Line => ({ ...line, balance_after: written.data?.find(({ id }) => id === line.id)?.balance_after }))}
      keyOf={(line) => line.id}
      columns={[
        {
          name: t('common.what'),
          title: true,
          cell: (line) => (
            <>
              {t(`type.${line.type}`)}
              <Text size="xs" c="dimmed">
                {line.id}
              </Text>
            </>
          ),
        },
        { name: t('receipt.whose'), cell: (line) => (mine(line) ? t('receipt.yours') : t(`receipt.${line.owner}`)) },
        { name: t('common.when'), cell: (line) => time(line.created_at) },
        { name: t('common.amount'), figure: true, cell: (line) => <Money amount={line.amount} sign="exceptZero" /> },
        ...(seen.length > 0
          ? [{ name: t('ledger.balanceAfter'), figure: true, cell: (line: Line) => line.balance_after !== undefined && <Money amount={line.balance_after} /> }]
          : []),
      ]}
    />
  );
}
