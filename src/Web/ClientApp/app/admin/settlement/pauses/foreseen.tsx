import { List } from '@mantine/core';
import type { Schemas } from '../../../../api/client';
import { useFormat } from '../../../../components/money';
import { useI18n, type MessageKey } from '../../../../i18n/i18n';

export type Detail = Schemas['SettlementPauseDetail'];

/** What the run would have done, in sums. */
export function Foreseen({ detail }: { detail: Detail }) {
  const { t } = useI18n();
  const { money } = useFormat();
  return (
    <List>
      {detail.foreseen.map(({ outcome, holds, amount }) => (
        <List.Item key={outcome}>{t(`pause.foreseenSum.${outcome}` as MessageKey, { n: holds, amount: money(amount) })}</List.Item>
      ))}
    </List>
  );
}
