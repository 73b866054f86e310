import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ApiError, api, ask, type Schemas } from '../../api/client';
import { holdQuery, isSettled } from '../../api/holds';
import { Disclosure } from '../../components/disclosure';
import { Loading } from '../../components/pages';
import { Money, useFormat } from '../../components/money';
import { Problem } from '../../components/problem';
import { Status } from '../../components/status';
import { useI18n } from '../../i18n/i18n';
import { EvidenceOf } from './evidence';
import { Settled } from './settled';
import { hasBegun, Waiting } from './waiting';

export type Receipt = Schemas['ReceiptView'];
export type Hold = Schemas['HoldView'];

/** Why a payment was settled as it was, or that it waits. Read by the teacher, the student and the admin alike. */
export default function ReceiptOf({ holdId }: { holdId: string }) {
  const { t } = useI18n();
  const { time } = useFormat();
  const hold = useQuery(holdQuery(holdId));
  const settled = isSettled(hold.data);
  const receipt = useQuery({
    queryKey: ['receipt', holdId],
    queryFn: () => ask(api.GET('/api/holds/{id}/receipt', { params: { path: { id: holdId } } })),
    enabled: settled,
  });
  const session = useQuery({
    queryKey: ['session', hold.data?.session_id],
    queryFn: () => ask(api.GET('/api/sessions/{id}', { params: { path: { id: hold.data!.session_id } } })),
    enabled: !!hold.data,
  });

  const error = hold.error ?? receipt.error ?? session.error;
  if (error) {
    return <Problem error={error} onRetry={error instanceof ApiError && error.status === 404 ? undefined : () => void Promise.all([hold.refetch(), receipt.refetch(), session.refetch()])} />;
  }
  if (!hold.data || !session.data || (settled && !receipt.data)) return <Loading rows={10} />;

  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Stack gap={0}>
          <Text fw={600}>{session.data.title}</Text>
          <Text size="sm" c="dimmed">
            {time(session.data.scheduled_at)}
          </Text>
        </Stack>
        <Group gap="xs" justify="flex-end">
          <Status status={hold.data.status} />
          <Text fw={700}>
            <Money amount={hold.data.amount} />
          </Text>
        </Group>
      </Group>
      {receipt.data ? (
        <>
          <Settled receipt={receipt.data} hold={hold.data} session={session.data} />
          <Disclosure label={t('evidence.all')}>{() => <EvidenceOf holdId={holdId} />}</Disclosure>
        </>
      ) : (
        <>
          <Waiting hold={hold.data} begun={hasBegun(session.data)} />
          {hasBegun(session.data) && <EvidenceOf holdId={holdId} />}
        </>
      )}
    </Stack>
  );
}
