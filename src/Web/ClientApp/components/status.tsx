import { Badge } from '@mantine/core';
import { useI18n, type MessageKey } from '../i18n/i18n';

const colors: Record<string, string> = {
  held: 'gray',
  active: 'gray',
  pending: 'yellow',
  processing: 'blue',
  released: 'green',
  completed: 'green',
  refunded: 'grape',
  rejected: 'red',
  cancelled: 'gray',
  disputed: 'orange',
  needs_review: 'orange',
  waiting: 'orange',
  proceeded: 'green',
  dismissed: 'grape',
};

export function Status({ status }: { status: string }) {
  const { t } = useI18n();
  return (
    <Badge variant="outline" color={colors[status] ?? 'gray'} c="inherit">
      {t(`status.${status}` as MessageKey)}
    </Badge>
  );
}
