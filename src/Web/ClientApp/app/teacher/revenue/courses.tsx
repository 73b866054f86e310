import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../../api/client';
import { Money } from '../../../components/money';
import { Section } from '../../../components/pages';
import { Problem } from '../../../components/problem';
import { Rows } from '../../../components/rows';
import { useI18n } from '../../../i18n/i18n';
import type { RevenueQuery } from './query';

export function Courses({ query }: { query: RevenueQuery }) {
  const { t } = useI18n();
  const courses = useQuery({ queryKey: ['revenue', 'courses', query], queryFn: () => ask(api.GET('/api/revenue/courses', { params: { query } })) });
  if (courses.error) return <Problem error={courses.error} onRetry={() => courses.refetch()} />;
  if (!courses.data?.items.length) return null;

  return (
    <Section title={t('revenue.byCourse')}>
      <Rows
        label={t('revenue.byCourse')}
        items={courses.data.items}
        keyOf={(course) => course.course_id}
        columns={[
          { name: t('common.course'), title: true, cell: (course) => course.title },
          { name: t('common.gross'), figure: true, cell: (course) => <Money amount={course.gross} /> },
          { name: t('common.commission'), figure: true, cell: (course) => <Money amount={course.commission} /> },
          { name: t('common.net'), figure: true, cell: (course) => <Money amount={course.net} /> },
          { name: t('common.refunded'), figure: true, cell: (course) => <Money amount={course.refunded} /> },
        ]}
      />
    </Section>
  );
}
