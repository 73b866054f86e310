import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../../../api/client';
import { Section } from '../../../components/pages';
import { useI18n } from '../../../i18n/i18n';
import { presets } from '../../teacher/revenue/period';
import { PeriodPicker } from '../../teacher/revenue/period-picker';
import { instantOf } from '../simulation/rules';

const scopes = ['all', 'period', 'one'] as const;

/** Which sessions are to be compared. */
export function ScopeForm({ busy, onAsk }: { busy: boolean; onAsk: (scope: Schemas['RebuildAttendanceBody']) => void }) {
  const { t } = useI18n();
  const [today] = useState(() => new Date());
  const [scope, setScope] = useState<(typeof scopes)[number]>('all');
  const [range, setRange] = useState(() => presets.days30(today));
  const [session, setSession] = useState('');
  const [tried, setTried] = useState(false);
  const right = scope !== 'one' || session.trim() !== '';
  const asked = () =>
    scope === 'period' ? { from: instantOf(range.from), to: instantOf(range.to) } : scope === 'one' ? { session_id: session.trim() } : {};

  return (
    <Section title={t('rebuild.form')}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); setTried(true); if (right && !busy) onAsk(asked()); }}>
        <Stack>
          <Text size="sm">{t('rebuild.text')}</Text>
          <Group align="flex-start">
            <NativeSelect
              label={t('rebuild.which')}
              value={scope}
              onChange={(event) => setScope(event.currentTarget.value as typeof scope)}
              data={scopes.map((value) => ({ value, label: t(`rebuild.${value}`) }))}
            />
            {scope === 'period' && <PeriodPicker range={range} today={today} onChange={setRange} />}
            {scope === 'one' && (
              <TextInput
                label={t('rebuild.session')}
                autoComplete="off"
                maxLength={36}
                miw={280}
                required
                error={tried && !right && t('rebuild.errSession')}
                value={session}
                onChange={(event) => setSession(event.currentTarget.value)}
              />
            )}
          </Group>
          <Group>
            <Button type="submit" loading={busy}>
              {t('rebuild.go')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
