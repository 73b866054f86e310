import { Panel } from '../../components/panel';
import { useI18n } from '../../i18n/i18n';
import { ReceiptOf } from './receipt';

/** The receipt beside the list that it was opened from. */
export function ReceiptDrawer({ holdId, onClose }: { holdId: string | null; onClose: () => void }) {
  const { t } = useI18n();
  return (
    <Panel title={t('receipt.title')} opened={holdId !== null} onClose={onClose}>
      {holdId && <ReceiptOf holdId={holdId} />}
    </Panel>
  );
}
