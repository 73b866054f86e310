import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, ask, type Schemas } from '../../api/client';
import { useSession } from '../../auth/session';
import { Money, useFormat } from '../../components/money';
import { Rows } from '../../components/rows';
import { useI18n } from '../../i18n/i18n';
import { findLines } from './find-lines';
import type { Hold, Receipt } from './receipt';

type Transaction = Schemas['TransactionView'];
type Line = Pick<Transaction, 'id' | 'type' | 'amount' | 'created_at'> & { balance_after?: number };

/** The ledger's lines that this settlement wrote. Their balances are shown to whom they belong, and to admins. */
export function LedgerLines({ receipt, hold }: { receipt: Receipt; hold: Hold }) {
  const { t } = useI18n();
  const { time } = useFormat();
  const { session } = useSession();
  const owner = receipt.outcome === 'released' ? 'teacher' : 'student';
  const ownerId = hold[`${owner}_id`];
  const own = session?.userId === ownerId;
  const admin = session?.role === 'admin';
  const written = useQuery({
    queryKey: ['written', hold.id],
    queryFn: () =>
      findLines<Transaction>(receipt.transaction_ids, receipt.settled_at, (cursor) =>
        ask(
          admin
            ? api.GET('/api/admin/users/{id}/transactions', { params: { path: { id: ownerId }, query: { cursor, limit: 100 } } })
            : api.GET('/api/me/transactions', { params: { query: { cursor, limit: 100 } } }),
        ),
      ),
    enabled: own || admin,
  });
  const lines = linesOf(receipt, hold).map((line): Line => written.data?.find(({ id }) => id === line.id) ?? line);

  return (
    <Rows
      label={t('receipt.rows')}
      items={lines}
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
        { name: t('receipt.whose'), cell: () => (own ? t('receipt.yours') : t(`receipt.${owner}`)) },
        { name: t('common.when'), cell: (line) => time(line.created_at) },
        { name: t('common.amount'), figure: true, cell: (line) => <Money amount={line.amount} sign="exceptZero" /> },
        ...(own || admin
          ? [{ name: t('ledger.balanceAfter'), figure: true, cell: (line: Line) => line.balance_after !== undefined && <Money amount={line.balance_after} /> }]
          : []),
      ]}
    />
  );
}

/** The same lines as far as the receipt itself knows them. */
function linesOf({ outcome, transaction_ids, commission, settled_at }: Receipt, hold: Hold): Line[] {
  const moves: Pick<Line, 'type' | 'amount'>[] =
    outcome === 'released'
      ? [{ type: 'payment_release', amount: commission.gross }, { type: 'commission', amount: -commission.fee }]
      : [{ type: 'refund', amount: hold.amount }];
  return moves.flatMap((move, index) => (transaction_ids[index] ? [{ ...move, id: transaction_ids[index], created_at: settled_at }] : []));
}
