import { DatePickerInput } from '@mantine/dates';
import { useI18n } from '../../../i18n/i18n';
import { useCalendarProps } from './calendar-props';
import { lastDay, nextDay, type Range } from './period';

/** Any days from a calendar. */
export default function Calendar({ range, onChange }: { range: Range; onChange: (range: Range) => void }) {
  const { t } = useI18n();
  return (
    <DatePickerInput
      {...useCalendarProps()}
      type="range"
      label={t('period.days')}
      valueFormat="D MMM YYYY"
      miw={240}
      allowSingleDateInRange
      hideOutsideDates
      weekendDays={[]}
      defaultValue={[range.from, lastDay(range.to)]}
      onChange={([from, to]) => from && to && onChange({ from: String(from).slice(0, 10), to: nextDay(String(to).slice(0, 10)) })}
    />
  );
}
