import {
  ActionIcon, AppShell, Burger, Button, Container, Group, NavLink, SegmentedControl, Text, useComputedColorScheme, useMantineColorScheme, VisuallyHidden,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { settingsQuery } from '../api/queries';
import { useSession, type Role } from '../auth/session';
import { Boundary } from '../components/boundary';
import { Loading } from '../components/pages';
import { useI18n, type Language, type MessageKey } from '../i18n/i18n';

const StoppedRun = lazy(() => import('./admin/stopped-run'));

const links: Record<Role, [string, MessageKey][]> = {
  teacher: [['/teacher/revenue', 'nav.revenue'], ['/teacher/revenue/withdraw', 'nav.withdraw']],
  student: [['/student', 'nav.wallet']],
  admin: [
    ['/admin', 'nav.withdrawals'],
    ['/admin/review', 'nav.review'],
    ['/admin/settlement', 'nav.settlement'],
    ['/admin/simulation', 'nav.simulation'],
    ['/admin/attendance', 'nav.attendance'],
    ['/admin/ledger', 'nav.ledger'],
    ['/admin/people', 'nav.people'],
    ['/admin/audit', 'nav.audit'],
  ],
};

export function Layout() {
  const { t } = useI18n();
  const { session, signOut } = useSession();
  const [opened, { toggle, close }] = useDisclosure();
  const { pathname } = useLocation();
  const development = useQuery(settingsQuery).data?.sign_in.kind === 'development';
  const navigation = [...(session ? links[session.role] : []), ...(development ? [['/play', 'nav.home'] as [string, MessageKey]] : [])];

  return (
    <AppShell header={{ height: 56 }} navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !opened } }} padding="md">
      <a className="skip-link" href="#content">
        {t('app.skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t('app.menu')} aria-expanded={opened} />
            <Text component={Link} to="/" fw={700} c="inherit" td="none">
              TalkConnect
            </Text>
          </Group>
          <Group gap="xs" wrap="nowrap">
            {session && (
              <Text size="sm" visibleFrom="sm">
                {session.name} · {t(`role.${session.role}`)}
              </Text>
            )}
            <ThemeSwitch />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs">
        <AppShell.Section grow component="div">
          {navigation.map(([to, label]) => (
            <NavLink key={to} component={Link} to={to} label={t(label)} active={pathname === to} aria-current={pathname === to ? 'page' : undefined} onClick={close} />
          ))}
        </AppShell.Section>
        <AppShell.Section>
          <Text size="xs" c="dimmed" px="xs" hiddenFrom="sm">
            {session?.name}
          </Text>
          <LanguageSwitch />
          {session && (
            <Button variant="default" fullWidth mt="xs" onClick={() => signOut()}>
              {t('app.signOut')}
            </Button>
          )}
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <Container size="lg" px={0}>
          {session?.role === 'admin' && (
            <Boundary>
              <Suspense>
                <StoppedRun />
              </Suspense>
            </Boundary>
          )}
          <Boundary key={pathname}>
            <Suspense fallback={<Loading rows={8} />}>
              <Outlet />
            </Suspense>
          </Boundary>
        </Container>
      </AppShell.Main>
    </AppShell>
  );
}

function LanguageSwitch() {
  const { t, language, choose } = useI18n();
  return (
    <SegmentedControl
      fullWidth
      aria-label={t('app.language')}
      value={language}
      onChange={(value) => choose(value as Language)}
      data={[{ value: 'en', label: 'English' }, { value: 'vi', label: 'Tiếng Việt' }]}
    />
  );
}

function ThemeSwitch() {
  const { t } = useI18n();
  const { setColorScheme } = useMantineColorScheme();
  const current = useComputedColorScheme('light');
  return (
    <ActionIcon variant="default" size="lg" onClick={() => setColorScheme(current === 'light' ? 'dark' : 'light')}>
      <VisuallyHidden>{t('app.theme')}</VisuallyHidden>
      <span aria-hidden>{current === 'light' ? '☾' : '☀'}</span>
    </ActionIcon>
  );
}
