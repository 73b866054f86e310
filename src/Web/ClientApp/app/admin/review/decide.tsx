import { Button, Group, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Part } from '../../../components/part';
import { useFormat } from '../../../components/money';
import { amountOf, isAmount, leastPart, restOf } from '../../../format/amounts';
import { useI18n } from '../../../i18n/i18n';
import { Confirm } from './confirm';
import type { WaitingHold } from './page';

const ways = ['release', 'refund', 'split'] as const;

/** What an admin wants to become of the money, and why. */
export interface Wish {
  decision: (typeof ways)[number];
  teacher_amount?: number;
  reason: string;
}

/** The decision about a payment: who gets what, why, and once more whether that is meant. */
export function Decide({ hold, onDecided, onStale }: { hold: WaitingHold; onDecided: () => void; onStale: () => void }) {
  const { t } = useI18n();
  const { money } = useFormat();
  const [way, setWay] = useState<Wish['decision'] | null>(null);
  const [part, setPart] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [wish, setWish] = useState<Wish | null>(null);

  const most = restOf(hold.amount, leastPart);
  const parts = isAmount(part, leastPart, most);
  const ready = way !== null && (way !== 'split' || parts) && reason.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (ready) setWish({ decision: way, reason: reason.trim(), ...(way === 'split' && { teacher_amount: amountOf(part) }) });
  };
  if (wish) return <Confirm hold={hold} wish={wish} onBack={() => setWish(null)} onDecided={onDecided} onStale={onStale} />;

  return (
    <Part title={t('review.decision')}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <Radio.Group label={t('review.whoGets')} value={way} onChange={(value) => setWay(value as Wish['decision'])} error={tried && way === null && t('review.errWay')} required>
            <Stack gap="xs" mt="xs">
              {ways.map((value) => (
                <Radio key={value} value={value} label={t(`review.${value}`, { amount: money(hold.amount) })} />
              ))}
            </Stack>
          </Radio.Group>
          {way === 'split' && (
            <TextInput
              label={t('review.teacherPart')}
              description={parts ? t('review.rest', { amount: money(restOf(hold.amount, amountOf(part))) }) : t('review.restHint', { amount: money(hold.amount) })}
              error={(tried || part !== '') && !parts && t('withdraw.errAmount', { minimum: money(leastPart), maximum: money(most) })}
              inputMode="decimal"
              autoComplete="off"
              required
              value={part}
              onChange={(event) => setPart(event.currentTarget.value)}
            />
          )}
          <Textarea
            label={t('review.reason')}
            description={t('review.reasonHint')}
            error={tried && reason.trim() === '' && t('review.errReason')}
            maxLength={500}
            minRows={2}
            autosize
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group>
            <Button type="submit">{t('withdraw.review')}</Button>
            {way === null && (
              <Text size="xs" c="dimmed">
                {t('review.final')}
              </Text>
            )}
          </Group>
        </Stack>
      </form>
    </Part>
  );
}
