import { Box, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../../../api/client';
import { Section } from '../../../components/pages';
import { Rows } from '../../../components/rows';
import { useI18n } from '../../../i18n/i18n';
import { framed } from './framed';

type Step = Schemas['MarginStep'];

/** How far attendance lay from the threshold, as bars or as a table of the same numbers. */
export function Histogram({ steps }: { steps: Step[] }) {
  const { t } = useI18n();
  const [table, setTable] = useState(false);
  const sum = (which: (step: Step) => boolean) => steps.filter(which).reduce((total, { holds }) => total + holds, 0);
  const name = ({ from, to }: Step) => t('sim.step', { from: signed(from), to: signed(to) });

  return (
    <Section
      title={t('sim.histogram')}
      actions={
        <Button variant="default" size="xs" aria-pressed={table} onClick={() => setTable(!table)}>
          {t('revenue.asTable')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed">
        {t('sim.histogramText', { below: sum(({ to }) => to <= 0), above: sum(({ from }) => from >= 0), near: sum(({ from, to }) => from >= -5 && to <= 5) })}
      </Text>
      {table ? (
        <Rows
          label={t('sim.histogram')}
          items={steps}
          keyOf={(step) => step.from}
          columns={[
            { name: t('sim.points'), title: true, cell: name },
            { name: t('pause.holds'), figure: true, cell: (step) => step.holds },
          ]}
        />
      ) : (
        <Bars steps={framed(steps)} name={name} />
      )}
    </Section>
  );
}

const signed = (points: number) => (points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0');

/** One bar a step; the line between what is below the threshold and what is not stands between two of them. */
function Bars({ steps, name }: { steps: Step[]; name: (step: Step) => string }) {
  const { t } = useI18n();
  const most = Math.max(1, ...steps.map(({ holds }) => holds));
  return (
    <div aria-hidden>
      <Group gap={2} h={160} align="flex-end" wrap="nowrap" style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}>
        {steps.map((step) => (
          <Box
            key={step.from}
            title={`${name(step)}: ${step.holds}`}
            flex={1}
            maw={48}
            h={step.holds === 0 ? 0 : `${Math.max(2, (step.holds / most) * 100)}%`}
            bg={step.from >= 0 ? 'green.6' : 'red.6'}
            style={{ borderRadius: '3px 3px 0 0' }}
          />
        ))}
      </Group>
      <Group gap={2} wrap="nowrap" align="flex-start">
        {steps.map((step, index) => (
          <Text key={step.from} flex={1} maw={48} miw={0} size="xs" c="dimmed" style={{ whiteSpace: 'nowrap', overflow: 'visible' }}>
            {step.from === 0 ? `0 ${t('sim.line')}` : index === 0 || step.from % 25 === 0 ? signed(step.from) : ''}
          </Text>
        ))}
      </Group>
    </div>
  );
}
