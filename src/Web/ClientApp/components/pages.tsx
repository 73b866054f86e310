import { Button, Card, Center, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n/i18n';

/** A part of a page under its own heading. */
export function Section({ title, children, actions }: { title: string; children: ReactNode; actions?: ReactNode }) {
  return (
    <Card withBorder component="section" padding="md">
      <Stack gap="md">
        <Stack gap="xs" style={{ flexDirection: 'row', flexWrap: 'wrap', justifyContent: 'space-between', alignItems: 'center' }}>
          <Title order={2} size="h4">
            {title}
          </Title>
          {actions}
        </Stack>
        {children}
      </Stack>
    </Card>
  );
}

/** One figure with its name and what it means. */
export function Figure({ name, value, hint }: { name: string; value: ReactNode; hint?: ReactNode }) {
  return (
    <Card withBorder padding="md">
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <Text size="xl" fw={700}>
        {value}
      </Text>
      {hint && (
        <Text size="xs" c="dimmed">
          {hint}
        </Text>
      )}
    </Card>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return (
    <Center p="lg">
      <Text c="dimmed" ta="center">
        {children}
      </Text>
    </Center>
  );
}

export function Loading({ rows = 4 }: { rows?: number }) {
  return (
    <Stack gap="sm" aria-busy="true">
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={28} />
      ))}
    </Stack>
  );
}

export function More({ onClick, loading }: { onClick: () => void; loading: boolean }) {
  const { t } = useI18n();
  return (
    <Center>
      <Button variant="default" onClick={onClick} loading={loading}>
        {t('common.more')}
      </Button>
    </Center>
  );
}
