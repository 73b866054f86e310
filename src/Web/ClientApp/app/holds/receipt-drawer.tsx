import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { holdQuery, isSettled } from '../../api/holds';
import { Boundary } from '../../components/boundary';
import { Loading } from '../../components/pages';
import { Panel } from '../../components/panel';
import { useI18n } from '../../i18n/i18n';

const ReceiptOf = lazy(() => import('./receipt'));

/** The receipt beside the list that it was opened from. */
export function ReceiptDrawer({ holdId, onClose }: { holdId: string | null; onClose: () => void }) {
  const { t } = useI18n();
  const hold = useQuery({ ...holdQuery(holdId ?? ''), enabled: holdId !== null });
  const settled = isSettled(hold.data);
  return (
    <Panel title={t(settled ? 'receipt.title' : 'receipt.payment')} opened={holdId !== null} onClose={onClose}>
      {holdId && (
        <Boundary>
          <Suspense fallback={<Loading rows={10} />}>
            <ReceiptOf holdId={holdId} />
            <Anchor component={Link} to={`/holds/${holdId}`} size="sm" lh={2}>
              {t(settled ? 'receipt.page' : 'receipt.paymentPage')}
            </Anchor>
          </Suspense>
        </Boundary>
      )}
    </Panel>
  );
}
