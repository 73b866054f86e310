import { Alert, Anchor, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'react-router';
import { newestPauseQuery } from '../../api/pauses';
import { useI18n } from '../../i18n/i18n';

/** Tells on every page that nothing settles, and where to decide about it. */
export default function StoppedRun() {
  const { t } = useI18n();
  const { pathname } = useLocation();
  const newest = useQuery(newestPauseQuery).data?.items[0];
  if (newest?.status !== 'waiting') return null;

  const to = `/admin/settlement/pauses/${newest.id}`;
  if (pathname === to) return null;
  return (
    <Alert color="red" role="alert" mb="md">
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600}>
          {t('pause.banner')}
        </Text>
        <Anchor component={Link} to={to} size="sm" lh={2} c="inherit" td="underline">
          {t('pause.look')}
        </Anchor>
      </Group>
    </Alert>
  );
}
