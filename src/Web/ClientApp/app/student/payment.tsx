import { Text } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { useFormat } from '../../components/money';
import { Status } from '../../components/status';
import { useI18n } from '../../i18n/i18n';

type Purchase = Schemas['PurchaseView'];

/** Where a place and its money are, in a word and in plain words. */
export function Payment({ purchase }: { purchase: Purchase }) {
  const { t } = useI18n();
  const { time, money } = useFormat();
  const { status, payment_status, due_at, refund_amount } = purchase;
  const frozen = payment_status === 'disputed' || payment_status === 'needs_review';
  const words = frozen
    ? t('student.frozen')
    : payment_status === 'held'
      ? t(Date.parse(due_at) > Date.now() ? 'student.heldUntil' : 'student.due', { time: time(due_at) })
      : status === 'completed' && refund_amount
        ? t('student.partBack', { amount: money(refund_amount) })
        : null;
  return (
    <div>
      <Status status={frozen ? payment_status : status} />
      {words && (
        <Text size="xs" c="dimmed">
          {words}
        </Text>
      )}
    </div>
  );
}
