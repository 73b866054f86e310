import { Alert, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Disclosure } from '../../../components/disclosure';
import { Facts } from '../../../components/facts';
import { Money, useFormat } from '../../../components/money';
import { Panel } from '../../../components/panel';
import { Status } from '../../../components/status';
import { useI18n } from '../../../i18n/i18n';
import { EvidenceOf } from '../../holds/evidence';
import ReceiptOf from '../../holds/receipt';
import { Decide } from './decide';
import type { WaitingHold } from './page';
import { SessionEvidence } from './session-evidence';

/** One payment on the admin's desk: who, what is known, and what is to become of the money. */
export function ReviewDesk({ hold, onClose, onDecided }: { hold: WaitingHold | null; onClose: () => void; onDecided: () => void }) {
  const { t } = useI18n();
  return (
    <Panel title={t('review.payment')} opened={hold !== null} onClose={onClose}>
      {hold && <Desk key={hold.id} hold={hold} onDecided={onDecided} />}
    </Panel>
  );
}

function Desk({ hold, onDecided }: { hold: WaitingHold; onDecided: () => void }) {
  const { t } = useI18n();
  const { time } = useFormat();
  const [stale, setStale] = useState(false);
  if (stale) {
    return (
      <Stack>
        <Alert color="yellow" role="alert">
          {t('review.stale')}
        </Alert>
        <ReceiptOf holdId={hold.id} />
      </Stack>
    );
  }

  return (
    <Stack>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text fw={600}>{hold.session_title}</Text>
        <Group gap="xs" justify="flex-end">
          <Status status={hold.status} />
          <Text fw={700}>
            <Money amount={hold.amount} />
          </Text>
        </Group>
      </Group>
      {hold.dispute_reason && (
        <Alert color="orange" title={t('review.objection')}>
          {hold.dispute_reason}
        </Alert>
      )}
      {hold.review_reason && <Alert color="orange">{t(`review.${hold.review_reason}`)}</Alert>}
      <Facts
        label={t('review.payment')}
        facts={[
          { name: t('receipt.student'), value: `${hold.student_name ?? ''} (${hold.student_id})` },
          { name: t('receipt.teacher'), value: `${hold.teacher_name ?? ''} (${hold.teacher_id})` },
          { name: t('review.since'), value: time(hold.frozen_at ?? hold.held_at) },
        ]}
      />
      <Decide hold={hold} onDecided={onDecided} onStale={() => setStale(true)} />
      <EvidenceOf holdId={hold.id} />
      <Disclosure label={t('review.everybody')}>{() => <SessionEvidence sessionId={hold.session_id} />}</Disclosure>
    </Stack>
  );
}
