import '@mantine/dates/styles.css';
import 'dayjs/locale/vi';
import { useId } from 'react';
import { useI18n } from '../../../i18n/i18n';

/** What the calendars have in common. The popover takes its name from its field, which it looks for under its own id. */
export function useCalendarProps() {
  const { t, language } = useI18n();
  const id = useId();
  const [back, forward] = [t('period.previous'), t('period.next')];
  return {
    locale: language,
    id,
    popoverProps: { id },
    ariaLabels: { previousMonth: back, nextMonth: forward, previousYear: back, nextYear: forward, previousDecade: back, nextDecade: forward },
  };
}
