import type { Schemas } from '../../api/client';
import { Money, useFormat } from '../../components/money';
import type { Column } from '../../components/rows';
import { useI18n, type MessageKey } from '../../i18n/i18n';

type Line = Schemas['TransactionView'];

/** What a line is for, in the reader's words. */
export const nameOf = ({ type, reference_type }: Line): MessageKey =>
  type === 'refund' && reference_type === 'withdrawal' ? 'type.returned' : `type.${type}`;

/** How the lines of a ledger are shown, wherever they are. */
export function useLedgerColumns(): Column<Line>[] {
  const { t } = useI18n();
  const { time } = useFormat();
  return [
    { name: t('common.what'), title: true, cell: (line) => t(nameOf(line)) },
    { name: t('common.when'), cell: (line) => time(line.created_at) },
    { name: t('common.amount'), figure: true, cell: (line) => <Money amount={line.amount} sign="exceptZero" /> },
    { name: t('common.balance'), figure: true, cell: (line) => <Money amount={line.balance_after} /> },
  ];
}
