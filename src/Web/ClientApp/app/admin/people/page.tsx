import { Text } from '@mantine/core';
import { useState } from 'react';
import { api, ask, type Schemas } from '../../../api/client';
import { LinkButton } from '../../../components/link-button';
import { ListTable, useList } from '../../../components/lists';
import { Money } from '../../../components/money';
import { Page, Section } from '../../../components/pages';
import { useI18n } from '../../../i18n/i18n';
import { PersonLedger } from './ledger';

export default function PeoplePage() {
  const { t } = useI18n();
  const [open, setOpen] = useState<Schemas['UserView'] | null>(null);
  const list = useList(['admin', 'users'], (cursor) => ask(api.GET('/api/admin/users', { params: { query: { cursor } } })));
  return (
    <Page title={t('nav.people')}>
      <Section title={t('admin.accounts')}>
        <ListTable
          list={list}
          empty={t('admin.noPeople')}
          label={t('admin.accounts')}
          keyOf={(user) => user.id}
          columns={[
            {
              name: t('admin.name'),
              title: true,
              cell: (user) => (
                <>
                  {user.name}
                  <Text size="xs" c="dimmed">
                    {user.id}
                  </Text>
                </>
              ),
            },
            { name: t('admin.role'), cell: (user) => t(`role.${user.role}`) },
            { name: t('admin.referredBy'), cell: (user) => user.referred_by },
            { name: t('common.balance'), figure: true, cell: (user) => <Money amount={user.credit_balance} /> },
            { name: t('nav.ledger'), cell: (user) => <LinkButton onClick={() => setOpen(user)}>{t('ledger.movements')}</LinkButton> },
          ]}
        />
      </Section>
      <PersonLedger person={open} onClose={() => setOpen(null)} />
    </Page>
  );
}
