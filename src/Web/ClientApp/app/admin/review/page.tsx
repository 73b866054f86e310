import { Button, Select, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { api, ask, type Schemas } from '../../../api/client';
import { ListTable, useList } from '../../../components/lists';
import { Money, useFormat } from '../../../components/money';
import { Page, Section } from '../../../components/pages';
import { Status } from '../../../components/status';
import { formatAgo } from '../../../format/format';
import { useI18n } from '../../../i18n/i18n';
import { ReviewDesk } from './desk';

export type WaitingHold = Schemas['AdminHoldView'];
const kinds = ['disputed', 'needs_review'] as const;
const long = 2 * 24 * 3_600_000;

/** Payments that only an admin can settle: what waits longest stands first. */
export default function ReviewPage() {
  const { t } = useI18n();
  const [kind, setKind] = useState<(typeof kinds)[number] | 'all'>('all');
  const [open, setOpen] = useState<WaitingHold | null>(null);
  const list = useList(['admin', 'review', kind], (cursor) =>
    ask(api.GET('/api/admin/holds', { params: { query: { cursor, waiting: true, status: kind === 'all' ? undefined : kind } } })),
  );

  // The row that was opened is gone, and the focus with it.
  const decided = useRef(false);
  useEffect(() => {
    if (decided.current && document.activeElement === document.body) document.querySelector<HTMLElement>('.page-title')?.focus();
    decided.current = false;
  }, [list.dataUpdatedAt]);
  const close = () => setOpen(null);

  return (
    <Page title={t('review.title')}>
      <Section
        title={t('review.queue')}
        actions={
          <Select
            aria-label={t('admin.filter')}
            value={kind}
            allowDeselect={false}
            onChange={(value) => setKind(value as typeof kind)}
            data={[{ value: 'all', label: t('admin.all') }, ...kinds.map((value) => ({ value, label: t(`status.${value}`) }))]}
          />
        }
      >
        <ListTable
          list={list}
          empty={t(kind === 'all' ? 'review.empty' : 'review.noneOfThese')}
          label={t('review.queue')}
          keyOf={(hold) => hold.id}
          columns={[
            {
              name: t('common.session'),
              title: true,
              cell: (hold) => (
                <>
                  {hold.session_title}
                  <Text size="xs" c="dimmed" lineClamp={2}>
                    {hold.dispute_reason ?? (hold.review_reason && t(`review.${hold.review_reason}`))}
                  </Text>
                </>
              ),
            },
            { name: t('receipt.student'), cell: (hold) => hold.student_name ?? hold.student_id },
            { name: t('receipt.teacher'), cell: (hold) => hold.teacher_name ?? hold.teacher_id },
            { name: t('review.since'), cell: (hold) => <Age since={hold.frozen_at ?? hold.held_at} /> },
            { name: t('common.status'), cell: (hold) => <Status status={hold.status} /> },
            { name: t('common.amount'), figure: true, cell: (hold) => <Money amount={hold.amount} /> },
            {
              name: t('admin.action'),
              cell: (hold) => (
                <Button size="xs" variant="default" aria-label={t('review.openOf', { session: hold.session_title ?? hold.id })} onClick={() => setOpen(hold)}>
                  {t('admin.open')}
                </Button>
              ),
            },
          ]}
        />
      </Section>
      <ReviewDesk hold={open} onClose={close} onDecided={() => { decided.current = true; close(); }} />
    </Page>
  );
}

/** Since when it waits; what waits long says so. */
function Age({ since }: { since: string }) {
  const { t, locale } = useI18n();
  const { time } = useFormat();
  const now = Date.now();
  const late = now - Date.parse(since) > long;
  return (
    <div>
      <Text size="sm" fw={late ? 700 : undefined}>
        {formatAgo(since, locale, now)}
        {late && ` · ${t('review.late')}`}
      </Text>
      <Text size="xs" c="dimmed">
        {time(since)}
      </Text>
    </div>
  );
}
