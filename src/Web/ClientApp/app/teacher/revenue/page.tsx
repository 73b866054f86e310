import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Page } from '../../../components/pages';
import { ownZone } from '../../../format/format';
import { useI18n } from '../../../i18n/i18n';
import { Movements } from '../../ledger/movements';
import { Courses } from './courses';
import { Figures } from './figures';
import { Lines } from './lines';
import { rangeIn, type Range } from './period';
import { PeriodPicker } from './period-picker';
import { Series } from './series';

/** What a teacher has earned in a period. The period stands in the address, so that it can be kept and shared. */
export default function RevenuePage() {
  const { t } = useI18n();
  const [params, setParams] = useSearchParams();
  const [today] = useState(() => new Date());
  const { from, to } = rangeIn(params, today);
  const choose = (range: Range) => setParams({ ...range }, { replace: true });
  const query = { from, to, time_zone: ownZone() };

  return (
    <Page
      title={t('revenue.title')}
      actions={
        <Group align="flex-end" gap="sm">
          <PeriodPicker range={{ from, to }} today={today} onChange={choose} />
          <Button component={Link} to="/teacher/revenue/withdraw">
            {t('nav.withdraw')}
          </Button>
        </Group>
      }
    >
      <Figures query={query} />
      <Series query={query} />
      <Courses query={query} />
      <Lines query={query} />
      <Movements empty={t('revenue.noMovements')} />
    </Page>
  );
}
