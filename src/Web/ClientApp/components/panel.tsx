import { CloseButton, Drawer, Group, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n/i18n';

/** Something beside the list that it was opened from. Its heading is its own: the drawer's would be a second banner. */
export function Panel({ title, opened, onClose, children }: { title: string; opened: boolean; onClose: () => void; children: ReactNode }) {
  const { t } = useI18n();
  return (
    <Drawer.Root opened={opened} onClose={onClose} position="right" size="lg">
      <Drawer.Overlay />
      <Drawer.Content aria-label={title}>
        <Drawer.Body>
          <Stack>
            <Group justify="space-between" wrap="nowrap">
              <Title order={2} size="h4">
                {title}
              </Title>
              <CloseButton size="lg" aria-label={t('common.close')} onClick={onClose} />
            </Group>
            {children}
          </Stack>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
