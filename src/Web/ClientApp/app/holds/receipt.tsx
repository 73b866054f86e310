import { Alert, Anchor, Badge, Group, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ApiError, api, ask, type Schemas } from '../../api/client';
import { Loading } from '../../components/pages';
import { Money, useFormat } from '../../components/money';
import { Problem } from '../../components/problem';
import { Status } from '../../components/status';
import { formatPercent } from '../../format/format';
import { useI18n, type MessageKey } from '../../i18n/i18n';
import { Timeline } from './timeline';

export type Receipt = Schemas['ReceiptView'];

/** Why a payment was settled as it was, or that it waits. Read by the teacher, the student and the admin alike. */
export function ReceiptOf({ holdId }: { holdId: string }) {
  const { t, locale } = useI18n();
  const { time, day } = useFormat();
  const hold = useQuery({ queryKey: ['hold', holdId], queryFn: () => ask(api.GET('/api/holds/{id}', { params: { path: { id: holdId } } })) });
  const receipt = useQuery({
    queryKey: ['receipt', holdId],
    queryFn: () => ask(api.GET('/api/holds/{id}/receipt', { params: { path: { id: holdId } } })),
    enabled: hold.data?.status === 'released' || hold.data?.status === 'refunded',
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
  if (!hold.data || !session.data) return <Loading />;

  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Stack gap={0}>
          <Text fw={600}>{session.data.title}</Text>
          <Text size="sm" c="dimmed">
            {time(session.data.scheduled_at)}
          </Text>
        </Stack>
        <Group gap="xs">
          <Status status={hold.data.status} />
          <Text fw={700}>
            <Money amount={hold.data.amount} />
          </Text>
        </Group>
      </Group>
      {receipt.data ? (
        <Settled receipt={receipt.data} session={session.data} percent={(value) => formatPercent(value, locale)} />
      ) : hold.data.status === 'released' || hold.data.status === 'refunded' ? (
        <Loading />
      ) : (
        <Alert color="gray">{t('receipt.open', { day: day(hold.data.due_at) })}</Alert>
      )}
    </Stack>
  );
}

function Settled({ receipt, session, percent }: { receipt: Receipt; session: Schemas['SessionView']; percent: (value: number) => string }) {
  const { t } = useI18n();
  const { money, span, time } = useFormat();
  const { commission } = receipt;
  const cancelled = receipt.reason === 'session_cancelled';
  const margin = receipt.margin_seconds;
  const released = receipt.outcome === 'released';

  return (
    <>
      <Text size="lg">
        {released
          ? t('receipt.released', { amount: money(commission.gross), net: money(commission.net), fee: money(commission.fee) })
          : t('receipt.refunded', { amount: money(receipt.outcome === 'refunded' ? session.price : 0) })}
      </Text>
      {cancelled ? (
        <Text>{t('receipt.cancelled')}</Text>
      ) : (
        <Stack gap="xs">
          <Timeline receipt={receipt} session={session} />
          <Text>
            {t('receipt.attended', {
              time: span(receipt.attended_seconds),
              total: span(receipt.duration_seconds),
              percent: percent(receipt.attendance_percentage ?? 0),
            })}{' '}
            {t('receipt.required', { time: span(receipt.required_seconds), percent: percent(receipt.threshold_percentage) })}
          </Text>
          <div>
            <Badge size="lg" variant="light" color={margin >= 0 ? 'green' : 'red'} c="inherit">
              {margin > 0 ? t('receipt.above', { time: span(margin) }) : margin < 0 ? t('receipt.short', { time: span(margin) }) : t('receipt.exact')}
            </Badge>
          </div>
          <Text size="sm" c="dimmed">
            {t('receipt.rule')}: {t(`receipt.ruleText.${receipt.policy.name}` as MessageKey, { percent: percent(receipt.threshold_percentage) })} (
            {t('receipt.version', { name: receipt.policy.name, version: receipt.policy.version })})
          </Text>
        </Stack>
      )}
      <Table captionSide="top">
        <Table.Caption>{t('receipt.money')}</Table.Caption>
        <Table.Tbody>
          <Row name={t('receipt.price')} amount={session.price} />
          {released && (
            <>
              <Row name={t('common.gross')} amount={commission.gross} />
              <Row name={t('receipt.commission', { rate: percent(commission.rate * 100) })} amount={-commission.fee} />
              <Row name={t('common.net')} amount={commission.net} strong />
            </>
          )}
          {!released && <Row name={t('common.refunded')} amount={session.price} strong />}
        </Table.Tbody>
      </Table>
      <Stack gap={2}>
        <Text size="sm">{t('receipt.settledAt', { when: time(receipt.settled_at) })}</Text>
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t('receipt.rows')}: {receipt.transaction_ids.join(', ')}
        </Text>
        <Anchor href={`/holds/${receipt.hold_id}`} size="xs">
          /holds/{receipt.hold_id}
        </Anchor>
      </Stack>
    </>
  );
}

function Row({ name, amount, strong = false }: { name: string; amount: number; strong?: boolean }) {
  return (
    <Table.Tr fw={strong ? 700 : undefined}>
      <Table.Th scope="row" fw={strong ? 700 : 400}>
        {name}
      </Table.Th>
      <Table.Td ta="right">
        <Money amount={amount} />
      </Table.Td>
    </Table.Tr>
  );
}
