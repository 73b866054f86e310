import { Text } from '@mantine/core';
import { Rows } from '../../components/rows';
import { useFormat } from '../../components/money';
import { formatClock } from '../../format/format';
import { useI18n } from '../../i18n/i18n';
import type { Stay } from './timeline';

/** Each stay in the room, and how its end is known. */
export function Stays({ stays, label }: { stays: Stay[]; label: string }) {
  const { t, locale } = useI18n();
  const { span } = useFormat();
  const clock = (iso: string) => formatClock(iso, locale);
  if (stays.length === 0) return <Text size="sm">{t('evidence.noStays')}</Text>;

  return (
    <Rows
      label={label}
      items={stays}
      keyOf={(stay) => `${stay.joined_at}-${stay.left_at}`}
      columns={[
        {
          name: t('evidence.stay'),
          title: true,
          cell: (stay) => (stay.left_at ? t('receipt.interval', { from: clock(stay.joined_at), to: clock(stay.left_at) }) : t('evidence.since', { from: clock(stay.joined_at) })),
        },
        {
          name: t('evidence.end'),
          cell: (stay) => t(stay.ended_by ? `end.${stay.ended_by}` : 'end.open'),
        },
        { name: t('evidence.length'), figure: true, cell: (stay) => stay.left_at && span((Date.parse(stay.left_at) - Date.parse(stay.joined_at)) / 1000) },
      ]}
    />
  );
}
