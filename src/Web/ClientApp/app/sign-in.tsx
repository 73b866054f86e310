import { Alert, Button, Center, Loader, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { listPeople, signInAs } from '../api/development';
import { settingsQuery } from '../api/queries';
import { useSession } from '../auth/session';
import { Loading, Page } from '../components/pages';
import { Problem } from '../components/problem';
import { useI18n } from '../i18n/i18n';

/** Whoever is not signed in sees this in place of the page that they want, and gets there afterwards. */
export function SignIn({ goal }: { goal?: string }) {
  const { t } = useI18n();
  const { ended } = useSession();
  const settings = useQuery(settingsQuery);
  if (settings.error) return <Problem error={settings.error} onRetry={() => settings.refetch()} />;

  return (
    <Page title={t('signIn.title')}>
      {ended && (
        <Alert color="blue" role="status">
          {t('signIn.expired')}
        </Alert>
      )}
      {settings.data?.sign_in.kind === 'development' && <PickPerson />}
      {settings.data?.sign_in.kind === 'none' && <Text>{t('signIn.none')}</Text>}
      {settings.data?.sign_in.kind === 'oidc' && (
        <Button
          style={{ alignSelf: 'flex-start' }}
          onClick={async () => {
            sessionStorage.setItem('talkconnect.goal', goal ?? '/');
            const { leaveForAuthority } = await import('../auth/oidc');
            await leaveForAuthority(settings.data!.sign_in);
          }}
        >
          {t('signIn.authority')}
        </Button>
      )}
    </Page>
  );
}

function PickPerson() {
  const { t } = useI18n();
  const { signIn } = useSession();
  const people = useQuery({ queryKey: ['people'], queryFn: listPeople });
  const pick = useMutation({ mutationFn: signInAs, onSuccess: signIn });
  if (people.isPending) return <Loading />;
  if (people.error) return <Problem error={people.error} onRetry={() => people.refetch()} />;

  return (
    <Stack>
      <Text>{t('signIn.pickText')}</Text>
      {pick.error && <Problem error={pick.error} />}
      <Title order={2} size="h4">
        {t('signIn.pick')}
      </Title>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        {people.data.map((person) => (
          <Button key={person.id} variant="default" size="lg" loading={pick.isPending && pick.variables === person.id} onClick={() => pick.mutate(person.id)}>
            {person.name} · {t(`role.${person.role}`)}
          </Button>
        ))}
      </SimpleGrid>
    </Stack>
  );
}

/** Where the authority sends people back to. */
export function SignedIn() {
  const { t } = useI18n();
  const { signIn } = useSession();
  const navigate = useNavigate();
  const settings = useQuery(settingsQuery);
  const returned = useMutation({
    mutationFn: async () => (await import('../auth/oidc')).returnFromAuthority(settings.data!.sign_in),
    onSuccess: (session) => {
      signIn(session);
      navigate(sessionStorage.getItem('talkconnect.goal') ?? '/', { replace: true });
    },
  });

  // A code works once, and development runs effects twice.
  const asked = useRef(false);
  useEffect(() => {
    if (settings.data && !asked.current) {
      asked.current = true;
      returned.mutate();
    }
  }, [settings.data, returned]);

  return returned.error ? (
    <Problem error={returned.error} onRetry={() => navigate('/', { replace: true })} />
  ) : (
    <Center h="60vh">
      <Stack align="center">
        <Loader />
        <Text role="status">{t('signIn.returning')}</Text>
      </Stack>
    </Center>
  );
}
