import { useMutation } from '@tanstack/react-query';
import { api, ask } from '../../../api/client';
import { Empty, Loading, Page } from '../../../components/pages';
import { Problem } from '../../../components/problem';
import { useI18n } from '../../../i18n/i18n';
import type { Range } from '../../teacher/revenue/period';
import { RulesForm } from './form';
import { Result } from './result';
import { bodyOf, type TypedRules } from './rules';

/** What other rules would have done to a past period. */
export default function SimulationPage() {
  const { t } = useI18n();
  const simulate = useMutation({
    mutationFn: ({ rules, range }: { rules: TypedRules; range: Range }) => ask(api.POST('/api/admin/policies/simulate', { body: bodyOf(rules, range) })),
  });
  return (
    <Page title={t('sim.title')}>
      <RulesForm busy={simulate.isPending} onAsk={(rules, range) => simulate.mutate({ rules, range })} />
      {simulate.error ? (
        <Problem error={simulate.error} onRetry={() => simulate.variables && simulate.mutate(simulate.variables)} />
      ) : simulate.isPending ? (
        <Loading rows={8} />
      ) : simulate.data ? (
        <Result result={simulate.data} />
      ) : (
        <Empty>{t('sim.empty')}</Empty>
      )}
    </Page>
  );
}
