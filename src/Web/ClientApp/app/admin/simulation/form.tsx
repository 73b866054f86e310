import { Button, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Section } from '../../../components/pages';
import { useI18n } from '../../../i18n/i18n';
import { presets, type Range } from '../../teacher/revenue/period';
import { PeriodPicker } from '../../teacher/revenue/period-picker';
import { asItWas, isDays, isPercent, type TypedRules } from './rules';

const policies = ['seed-v1', 'fair-v2'];

/** The period and the rules to decide it by. */
export function RulesForm({ busy, onAsk }: { busy: boolean; onAsk: (rules: TypedRules, range: Range) => void }) {
  const { t } = useI18n();
  const [today] = useState(() => new Date());
  const [range, setRange] = useState(() => presets.days30(today));
  const [rules, setRules] = useState(asItWas);
  const percents = [['threshold', 'sim.threshold'], ['referred', 'sim.referredRate'], ['standard', 'sim.standardRate']] as const;
  const right = percents.every(([name]) => isPercent(rules[name])) && isDays(rules.days);
  const field = (name: keyof TypedRules) => ({
    value: rules[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => setRules((before) => ({ ...before, [name]: value })),
  });

  return (
    <Section title={t('sim.form')}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); if (right && !busy) onAsk(rules, range); }}>
        <Stack>
          <Text size="sm">{t('sim.text')}</Text>
          <PeriodPicker range={range} today={today} onChange={setRange} />
          <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
            <NativeSelect label={t('sim.policy')} {...field('policy')} data={[{ value: '', label: t('sim.asWas') }, ...policies]} />
            {percents.map(([name, label]) => (
              <TextInput key={name} label={t(label)} placeholder={t('sim.asWas')} inputMode="decimal" autoComplete="off" error={!isPercent(rules[name]) && t('sim.errPercent')} {...field(name)} />
            ))}
            <TextInput label={t('sim.holdDays')} placeholder={t('sim.asWas')} inputMode="numeric" autoComplete="off" error={!isDays(rules.days) && t('sim.errDays')} {...field('days')} />
          </SimpleGrid>
          <Group>
            <Button type="submit" loading={busy}>
              {t('sim.go')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
