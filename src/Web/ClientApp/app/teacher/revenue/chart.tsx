import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import type { Schemas } from '../../../api/client';
import { useFormat } from '../../../components/money';
import { useI18n } from '../../../i18n/i18n';

export default function RevenueChart({ items, timeZone }: { items: Schemas['RevenueBucket'][]; timeZone: string }) {
  const { t } = useI18n();
  const { money, day } = useFormat();
  return (
    <BarChart
      h={240}
      type="stacked"
      dataKey="start"
      data={items.map((item) => ({ start: day(item.start, timeZone), [t('common.net')]: item.net, [t('common.commission')]: item.commission }))}
      series={[
        { name: t('common.net'), color: 'blue.6' },
        { name: t('common.commission'), color: 'orange.6' },
      ]}
      valueFormatter={(value) => money(value)}
      yAxisProps={{ width: 80 }}
      barChartProps={{ accessibilityLayer: false }}
      withLegend
    />
  );
}
