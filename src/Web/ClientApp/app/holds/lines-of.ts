import type { Schemas } from '../../api/client';

type Receipt = Pick<Schemas['ReceiptView'], 'commission' | 'refunded' | 'transaction_ids' | 'settled_at'>;

/** A line of the ledger as far as the receipt itself knows it. */
export interface ReceiptLine {
  id: string;
  owner: 'teacher' | 'student';
  type: 'payment_release' | 'commission' | 'refund';
  amount: number;
  created_at: string;
}

/** What a settlement wrote, in its order: what the teacher got, what the platform kept of it, what went back to the student. */
export function linesOf({ commission: { gross, fee }, refunded, transaction_ids, settled_at }: Receipt): ReceiptLine[] {
  const moves: Omit<ReceiptLine, 'id' | 'created_at'>[] = [
    { owner: 'teacher', type: 'payment_release', amount: gross },
    { owner: 'teacher', type: 'commission', amount: -fee },
    { owner: 'student', type: 'refund', amount: refunded },
  ];
  return moves
    .filter(({ amount }) => amount !== 0)
    .flatMap((move, index) => (transaction_ids[index] ? [{ ...move, id: transaction_ids[index], created_at: settled_at }] : []));
}
