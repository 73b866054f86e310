import { Alert, Stack, Text } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { useSession } from '../../auth/session';
import { useFormat } from '../../components/money';
import { useI18n } from '../../i18n/i18n';
import { Dispute } from './dispute';
import type { Hold } from './receipt';

/** Where the money is that is nobody's yet, until when, and what can be done about it. */
export function Waiting({ hold, begun }: { hold: Hold; begun: boolean }) {
  const { t } = useI18n();
  const { time } = useFormat();
  const { session } = useSession();
  const own = session?.userId === hold.student_id;
  if (hold.status !== 'held') return <Frozen hold={hold} own={own} />;

  const passed = Date.parse(hold.due_at) < Date.now();
  return (
    <Stack>
      <Alert color="gray">
        <Text size="sm">{passed ? t('receipt.openNow') : t('receipt.open', { time: time(hold.due_at) })}</Text>
        {own && (
          <Text size="sm" mt={4}>
            {!begun ? t('dispute.notYet') : passed ? t('dispute.stillOpen') : t('dispute.openUntil', { time: time(hold.due_at) })}
          </Text>
        )}
      </Alert>
      {own && begun && <Dispute hold={hold} />}
    </Stack>
  );
}

function Frozen({ hold, own }: { hold: Hold; own: boolean }) {
  const { t } = useI18n();
  const { time } = useFormat();
  return (
    <Alert color="orange" title={t('receipt.looksAtIt')}>
      {hold.review_reason && <Text size="sm">{t(`review.${hold.review_reason}`)}</Text>}
      {hold.dispute_reason && <Text size="sm">{t(own ? 'dispute.yours' : 'dispute.theirs', { reason: hold.dispute_reason })}</Text>}
      <Text size="sm" mt={4}>
        {t('receipt.frozen')}
      </Text>
      {hold.frozen_at && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('receipt.frozenSince', { time: time(hold.frozen_at) })}
        </Text>
      )}
    </Alert>
  );
}

/** Whether a session has begun, from when on its students may object. */
export const hasBegun = (session: Schemas['SessionView']) => session.status !== 'scheduled' || Date.parse(session.scheduled_at) <= Date.now();
