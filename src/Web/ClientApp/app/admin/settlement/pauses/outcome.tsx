import { Alert, Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Schemas } from '../../../../api/client';
import { useFormat } from '../../../../components/money';
import { useI18n } from '../../../../i18n/i18n';

/** What was decided about a run that was stopped. */
export function Outcome({ pause, stale }: { pause: Schemas['SettlementPauseView']; stale: boolean }) {
  const { t } = useI18n();
  const { time } = useFormat();
  if (pause.status === 'waiting') return null;
  return (
    <Alert color={stale ? 'yellow' : 'gray'} role="status">
      {stale && <Text size="sm">{t('pause.stale')}</Text>}
      <Text size="sm">{t(`pause.${pause.status}`)}</Text>
      {pause.decided_at && (
        <Text size="sm">{t('pause.decided', { admin: pause.decided_by ?? '', when: time(pause.decided_at), reason: pause.decision_reason ?? '' })}</Text>
      )}
      {pause.status === 'dismissed' && (
        <Anchor component={Link} to="/admin/review" size="sm" lh={2} c="inherit" td="underline">
          {t('pause.toReview')}
        </Anchor>
      )}
    </Alert>
  );
}
