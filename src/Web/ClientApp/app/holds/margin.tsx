import { Badge } from '@mantine/core';
import { useFormat } from '../../components/money';
import { useI18n } from '../../i18n/i18n';

/** How far an attendance is from the line. */
export function Margin({ seconds, size = 'lg' }: { seconds: number; size?: 'md' | 'lg' }) {
  const { t } = useI18n();
  const { span } = useFormat();
  return (
    <Badge size={size} variant="light" color={seconds >= 0 ? 'green' : 'red'} c="inherit">
      {seconds > 0 ? t('receipt.above', { time: span(seconds) }) : seconds < 0 ? t('receipt.short', { time: span(seconds) }) : t('receipt.exact')}
    </Badge>
  );
}
