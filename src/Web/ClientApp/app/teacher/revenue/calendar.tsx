import { DatePickerInput } from '@mantine/dates';
import '@mantine/dates/styles.css';
import 'dayjs/locale/vi';
import { useI18n } from '../../../i18n/i18n';
import { lastDay, nextDay, type Range } from './period';

/** Any days from a calendar. */
export default function Calendar({ range, onChange }: { range: Range; onChange: (range: Range) => void }) {
  const { t, language } = useI18n();
  return (
    <DatePickerInput
      type="range"
      label={t('period.days')}
      locale={language}
      valueFormat="D MMM YYYY"
      miw={240}
      allowSingleDateInRange
      ariaLabels={{ previousMonth: t('period.previous'), nextMonth: t('period.next'), previousYear: t('period.previous'), nextYear: t('period.next') }}
      defaultValue={[range.from, lastDay(range.to)]}
      onChange={([from, to]) => from && to && onChange({ from: String(from).slice(0, 10), to: nextDay(String(to).slice(0, 10)) })}
    />
  );
}
