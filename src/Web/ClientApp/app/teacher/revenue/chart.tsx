import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import type { Schemas } from '../../../api/client';
import { useFormat } from '../../../components/money';
import { formatAxisDay, formatAxisMoney } from '../../../format/format';
import { useI18n } from '../../../i18n/i18n';
import type { Interval } from './period';

export default function RevenueChart({ items, interval, timeZone }: { items: Schemas['RevenueBucket'][]; interval: Interval; timeZone: string }) {
  const { t } = useI18n();
  const { money, day, locale, currency } = useFormat();
  return (
    <BarChart
      h={240}
      type="stacked"
      dataKey="start"
      data={items.map((item) => ({ start: item.start, [t('common.net')]: item.net, [t('common.commission')]: item.commission }))}
      series={[
        { name: t('common.net'), color: 'blue.6' },
        { name: t('common.commission'), color: 'orange.6' },
      ]}
      valueFormatter={(value) => money(value)}
      xAxisProps={{ tickFormatter: (start: string) => formatAxisDay(start, locale, interval === 'month', timeZone) }}
      yAxisProps={{ width: 64, tickFormatter: (value: number) => formatAxisMoney(value, currency, locale) }}
      tooltipProps={{ labelFormatter: (start) => (start ? day(String(start), timeZone) : '') }}
      barChartProps={{ accessibilityLayer: false }}
      legendProps={{ itemSorter: null }}
      maxBarWidth={48}
      withLegend
    />
  );
}
