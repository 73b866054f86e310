import { List, Text } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { formatClock } from '../../format/format';
import { useI18n } from '../../i18n/i18n';

interface Props {
  blind: Schemas['BlindTime'][];
  signs: Schemas['SignOfLoss'][];
  nameOf: (userId: string) => string;
}

/** What may not have been heard: times without anybody to listen, and signs that something got lost. */
export function Loss({ blind, signs, nameOf }: Props) {
  const { t, locale } = useI18n();
  const clock = (iso: string) => formatClock(iso, locale);
  if (blind.length + signs.length === 0) return <Text size="sm">{t('evidence.noGaps')}</Text>;

  return (
    <List size="sm" spacing={4}>
      {blind.map(({ from, to }) => (
        <List.Item key={from}>{t('evidence.blind', { from: clock(from), to: clock(to) })}</List.Item>
      ))}
      {signs.map(({ sign, user_id, at }, index) => (
        <List.Item key={index}>
          {user_id && `${nameOf(user_id)}: `}
          {t(`loss.${sign}`, { time: clock(at) })}
        </List.Item>
      ))}
    </List>
  );
}
