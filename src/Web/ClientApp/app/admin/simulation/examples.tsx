import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Schemas } from '../../../api/client';
import { Money } from '../../../components/money';
import { Empty, Section } from '../../../components/pages';
import { Rows } from '../../../components/rows';
import { Status } from '../../../components/status';
import { formatPercent } from '../../../format/format';
import { useI18n } from '../../../i18n/i18n';
import { Margin } from '../../holds/margin';

/** The payments that would have gone the other way, those first that were nearest to the threshold. */
export function Examples({ flips }: { flips: Schemas['SimulatedFlip'][] }) {
  const { t, locale } = useI18n();
  return (
    <Section title={t('sim.examples')}>
      {flips.length === 0 ? (
        <Empty>{t('sim.noFlips')}</Empty>
      ) : (
        <>
          <Text size="sm" c="dimmed">
            {t('sim.nearest')}
          </Text>
          <Rows
            label={t('sim.examples')}
            items={flips}
            keyOf={(flip) => flip.hold_id}
            columns={[
              {
                name: t('admin.payment'),
                title: true,
                cell: (flip) => (
                  <Anchor component={Link} to={`/holds/${flip.hold_id}`} size="sm" lh={2} c="inherit" td="underline">
                    {t('sim.open')}
                    <Text component="span" size="xs" c="dimmed" display="block" lh={1.2}>
                      {flip.hold_id}
                    </Text>
                  </Anchor>
                ),
              },
              { name: t('sim.attended'), figure: true, cell: (flip) => formatPercent(flip.attendance, locale) },
              { name: t('sim.margin'), cell: (flip) => <Margin seconds={flip.margin_seconds} size="md" /> },
              { name: t('sim.was'), cell: (flip) => <Status status={flip.before} /> },
              { name: t('sim.would'), cell: (flip) => <Status status={flip.after} /> },
              { name: t('common.amount'), figure: true, cell: (flip) => <Money amount={flip.amount} /> },
            ]}
          />
        </>
      )}
    </Section>
  );
}
