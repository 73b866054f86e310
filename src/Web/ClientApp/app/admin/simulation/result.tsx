import { SimpleGrid, Text } from '@mantine/core';
import type { Schemas } from '../../../api/client';
import { Facts } from '../../../components/facts';
import { Money, useFormat } from '../../../components/money';
import { Empty, Figure, Section } from '../../../components/pages';
import { useI18n } from '../../../i18n/i18n';
import { Examples } from './examples';
import { Histogram } from './histogram';

export type Simulation = Schemas['PolicySimulationView'];

/** How many would have gone the other way, whose money that is, which ones, and how near it was. */
export function Result({ result }: { result: Simulation }) {
  const { t } = useI18n();
  const { money } = useFormat();
  const { apart, flipped, hold_period, holds, unchanged } = result;
  const byHand = apart.cancelled + apart.by_hand > 0 && t('sim.apart', { cancelled: apart.cancelled, byHand: apart.by_hand });
  const moved = (sum: Schemas['HoldSum']) => <span className="amount">{t('sim.sum', { n: sum.holds, amount: money(sum.amount) })}</span>;

  return (
    <>
      <Section title={t('sim.result')}>
        {holds === 0 ? (
          <Empty>{t('sim.nothing')}</Empty>
        ) : (
          <SimpleGrid cols={{ base: 1, xs: 3 }} role="status">
            <Figure name={t('sim.decided')} value={holds} hint={t('sim.decidedHint', { unchanged })} />
            <Figure name={t('sim.toReleased')} value={flipped.to_released} hint={t('sim.toReleasedHint')} />
            <Figure name={t('sim.toRefunded')} value={flipped.to_refunded} hint={t('sim.toRefundedHint')} />
          </SimpleGrid>
        )}
        {byHand && (
          <Text size="sm" c="dimmed">
            {byHand}
          </Text>
        )}
        {hold_period && (
          <Facts
            label={t('sim.period')}
            facts={[
              { name: t('sim.later'), value: moved(hold_period.later) },
              { name: t('sim.sooner'), value: moved(hold_period.sooner) },
            ]}
          />
        )}
      </Section>
      <Section title={t('sim.money')}>
        <Facts
          label={t('sim.money')}
          facts={[
            { name: t('sim.students'), value: <Money amount={result.money.student} sign="exceptZero" /> },
            { name: t('sim.teachers'), value: <Money amount={result.money.teacher} sign="exceptZero" /> },
            { name: t('sim.platform'), value: <Money amount={result.money.platform} sign="exceptZero" /> },
          ]}
        />
        <Text size="xs" c="dimmed">
          {t('sim.moneyHint')}
        </Text>
      </Section>
      {holds > 0 && (
        <>
          <Examples flips={result.examples} />
          <Histogram steps={result.histogram} />
        </>
      )}
    </>
  );
}
