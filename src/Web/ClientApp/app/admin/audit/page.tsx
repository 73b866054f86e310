import { Code, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { api, ask } from '../../../api/client';
import { useList } from '../../../components/lists';
import { Empty, Loading, More, Section } from '../../../components/pages';
import { Wide } from '../../../components/wide';
import { useFormat } from '../../../components/money';
import { Problem } from '../../../components/problem';
import { useI18n } from '../../../i18n/i18n';

export default function AuditPage() {
  const { t } = useI18n();
  const { time } = useFormat();
  const [typed, setTyped] = useState('');
  const [subject] = useDebouncedValue(typed.trim(), 300);
  const list = useList(['admin', 'audit', subject], (cursor) =>
    ask(api.GET('/api/admin/audit', { params: { query: { cursor, subject_id: subject || undefined } } })),
  );
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('admin.audit')}
      </Title>
      <Section title={t('admin.acts')} actions={<TextInput placeholder="id" aria-label={t('admin.subject')} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />}>
        {list.error ? (
          <Problem error={list.error} onRetry={() => list.refetch()} />
        ) : list.isPending ? (
          <Loading />
        ) : list.items.length === 0 ? (
          <Empty>{t('admin.empty')}</Empty>
        ) : (
          <Wide label={t('admin.acts')} minWidth={560}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('common.when')}</Table.Th>
                  <Table.Th scope="col">{t('common.who')}</Table.Th>
                  <Table.Th scope="col">{t('admin.action')}</Table.Th>
                  <Table.Th scope="col">{t('admin.subject')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {list.items.map((entry) => (
                  <Table.Tr key={entry.id}>
                    <Table.Td>{time(entry.at)}</Table.Td>
                    <Table.Td>
                      {entry.actor_id}
                      <Text size="xs" c="dimmed">{entry.address}</Text>
                    </Table.Td>
                    <Table.Td><Code c="inherit">{entry.action}</Code></Table.Td>
                    <Table.Td style={{ overflowWrap: 'anywhere' }}>
                      {entry.subject_type} {entry.subject_id}
                    </Table.Td>
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
