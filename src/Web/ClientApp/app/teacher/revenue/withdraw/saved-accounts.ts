import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../../../api/client';
import { accountsOf } from './accounts';

/** The accounts that money went to before, the latest first. */
export function useSavedAccounts() {
  const { data, isPending } = useQuery({ queryKey: ['withdrawals', 'accounts'], queryFn: () => ask(api.GET('/api/withdrawals', { params: { query: { limit: 100 } } })) });
  return { accounts: accountsOf(data?.items ?? []), isPending };
}
