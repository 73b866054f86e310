import { Stack, Table, Title } from '@mantine/core';
import { api, ask } from '../../../api/client';
import { useList } from '../../../components/lists';
import { Loading, More, Section } from '../../../components/pages';
import { Wide } from '../../../components/wide';
import { Money } from '../../../components/money';
import { Problem } from '../../../components/problem';
import { useI18n } from '../../../i18n/i18n';

export default function PeoplePage() {
  const { t } = useI18n();
  const list = useList(['admin', 'users'], (cursor) => ask(api.GET('/api/admin/users', { params: { query: { cursor } } })));
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('nav.people')}
      </Title>
      <Section title={t('admin.people')}>
        {list.error ? (
          <Problem error={list.error} onRetry={() => list.refetch()} />
        ) : list.isPending ? (
          <Loading />
        ) : (
          <Wide label={t('admin.people')} minWidth={480}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('admin.name')}</Table.Th>
                  <Table.Th scope="col">{t('admin.role')}</Table.Th>
                  <Table.Th scope="col">{t('admin.referredBy')}</Table.Th>
                  <Table.Th scope="col" ta="right">{t('admin.balance')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {list.items.map((user) => (
                  <Table.Tr key={user.id}>
                    <Table.Th scope="row" fw={400}>
                      {user.name} ({user.id})
                    </Table.Th>
                    <Table.Td>{t(`role.${user.role}`)}</Table.Td>
                    <Table.Td>{user.referred_by ?? ''}</Table.Td>
                    <Table.Td ta="right"><Money amount={user.credit_balance} /></Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Wide>
        )}
        {list.hasNextPage && <More onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} />}
      </Section>
    </Stack>
  );
}
