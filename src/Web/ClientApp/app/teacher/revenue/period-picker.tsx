import { Group, NativeSelect, Skeleton } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Boundary } from '../../../components/boundary';
import { useI18n } from '../../../i18n/i18n';
import { presetOf, presets, type Preset, type Range } from './period';

// Most people take a period by its name, and never need a calendar.
const Calendar = lazy(() => import('./calendar'));

const own = 'own';

export function PeriodPicker({ range, today, onChange }: { range: Range; today: Date; onChange: (range: Range) => void }) {
  const { t } = useI18n();
  const preset = presetOf(range, today);
  const [asking, setAsking] = useState(false);
  const chosen = asking || !preset ? own : preset;

  return (
    <Group align="flex-end" gap="sm">
      <NativeSelect
        label={t('revenue.period')}
        value={chosen}
        onChange={({ currentTarget: { value } }) => {
          setAsking(value === own);
          if (value !== own) onChange(presets[value as Preset](today));
        }}
        data={[...(Object.keys(presets) as Preset[]), own as typeof own].map((value) => ({ value, label: t(`period.${value}`) }))}
      />
      {chosen === own && (
        <Boundary>
          <Suspense fallback={<Skeleton height={36} width={240} />}>
            <Calendar range={range} onChange={onChange} />
          </Suspense>
        </Boundary>
      )}
    </Group>
  );
}
