import type { Schemas } from '../../../../api/client';
import { Rows } from '../../../../components/rows';
import { formatPercent } from '../../../../format/format';
import { useI18n } from '../../../../i18n/i18n';

/** The run's figures beside those of the week before. */
export function Figures({ pause }: { pause: Schemas['SettlementPauseView'] }) {
  const { t, locale } = useI18n();
  const share = (n: number, of: number) => t('pause.share', { n, percent: formatPercent(of === 0 ? 0 : (n / of) * 100, locale) });
  return (
    <Rows
      label={t('pause.figures')}
      caption={t('pause.figures')}
      items={[
        { name: t('pause.holds'), run: String(pause.holds), week: String(pause.week_holds) },
        { name: t('pause.refunds'), run: share(pause.refunds, pause.holds), week: share(pause.week_refunds, pause.week_holds) },
        { name: t('pause.neverSeen'), run: share(pause.zero_attendance, pause.holds), week: share(pause.week_zero_attendance, pause.week_holds) },
      ]}
      keyOf={(row) => row.name}
      columns={[
        { name: t('common.what'), title: true, cell: (row) => row.name },
        { name: t('pause.run'), figure: true, cell: (row) => row.run },
        { name: t('pause.week'), figure: true, cell: (row) => row.week },
      ]}
    />
  );
}
