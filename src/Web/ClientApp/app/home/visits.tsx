import { Checkbox, NumberInput } from '@mantine/core';
import { Rows } from '../../components/rows';
import { useI18n } from '../../i18n/i18n';
import type { Visit } from './visit';

export const names: Record<string, string> = { 'demo-ana': 'Ana', 'demo-ben': 'Ben' };

type Change = (id: string, part: Partial<Visit>) => void;

/** Who comes to the lesson that is played, for how long, and what goes wrong. */
export function Visits({ visits, change }: { visits: Visit[]; change: Change }) {
  const { t } = useI18n();
  return (
    <Rows
      label={t('play.title')}
      items={visits}
      keyOf={(visit) => visit.id}
      columns={[
        { name: t('play.student'), title: true, cell: (visit) => names[visit.id] },
        { name: t('play.joined'), cell: (visit) => <Minutes of={visit} name={t('play.joined')} part="from" max={visit.to} change={change} /> },
        { name: t('play.left'), cell: (visit) => <Minutes of={visit} name={t('play.left')} part="to" min={visit.from} max={60} change={change} /> },
        { name: t('play.drops'), cell: (visit) => <Minutes of={visit} name={t('play.drops')} part="drops" max={10} change={change} /> },
        {
          name: t('play.lost'),
          cell: (visit) => (
            <Checkbox
              size="md"
              aria-label={`${names[visit.id]}: ${t('play.lost')}`}
              checked={visit.lost ?? false}
              onChange={(event) => change(visit.id, { lost: event.currentTarget.checked })}
            />
          ),
        },
      ]}
    />
  );
}

interface MinutesProps {
  of: Visit;
  name: string;
  part: 'from' | 'to' | 'drops';
  min?: number;
  max: number;
  change: Change;
}

function Minutes({ of, name, part, min = 0, max, change }: MinutesProps) {
  return <NumberInput maw={120} aria-label={`${names[of.id]}: ${name}`} min={min} max={max} value={of[part]} onChange={(value) => change(of.id, { [part]: Number(value) })} />;
}
