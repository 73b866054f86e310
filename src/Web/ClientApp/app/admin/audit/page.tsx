import { Code, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { api, ask } from '../../../api/client';
import { ListTable, useList } from '../../../components/lists';
import { useFormat } from '../../../components/money';
import { Page, Section } from '../../../components/pages';
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
    <Page title={t('admin.audit')}>
      <Section
        title={t('admin.acts')}
        actions={<TextInput placeholder={t('admin.subjectId')} aria-label={t('admin.subjectId')} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />}
      >
        <ListTable
          list={list}
          empty={t(subject ? 'admin.noActsOf' : 'admin.noActs')}
          label={t('admin.acts')}
          keyOf={(entry) => entry.id}
          columns={[
            {
              name: t('admin.action'),
              title: true,
              cell: (entry) => (
                <>
                  {t(`act.${entry.action}`)}
                  <br />
                  <Code c="dimmed">{entry.action}</Code>
                </>
              ),
            },
            { name: t('common.when'), cell: (entry) => time(entry.at) },
            {
              name: t('common.who'),
              cell: (entry) => (
                <div>
                  {entry.actor_id}
                  <Text size="xs" c="dimmed">
                    {entry.address}
                  </Text>
                </div>
              ),
            },
            {
              name: t('admin.subject'),
              cell: (entry) => (
                <div>
                  {t(`on.${entry.subject_type}`)}
                  <Text size="xs" c="dimmed">
                    {entry.subject_id}
                  </Text>
                </div>
              ),
            },
          ]}
        />
      </Section>
    </Page>
  );
}
