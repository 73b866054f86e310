import { Alert, Text } from '@mantine/core';
import { useSession } from '../../auth/session';
import { useI18n } from '../../i18n/i18n';
import type { Receipt } from './receipt';

/** What the student had objected to, and what an admin decided about it, in their words. */
export function Decision({ receipt }: { receipt: Receipt }) {
  const { t } = useI18n();
  const { session } = useSession();
  if (!receipt.decision && !receipt.dispute_reason) return null;

  return (
    <Alert color="gray" title={t(receipt.decision ? 'decision.title' : 'decision.objection')}>
      {receipt.dispute_reason && <Text size="sm">{t('decision.objected', { reason: receipt.dispute_reason })}</Text>}
      {receipt.decision && <Text size="sm">{t('decision.reason', { reason: receipt.decision.reason })}</Text>}
      {receipt.decision && session?.role === 'admin' && (
        <Text size="xs" c="dimmed">
          {t('decision.by', { admin: receipt.decision.admin_id })}
        </Text>
      )}
    </Alert>
  );
}
