import { api, ask } from './client';

/** The newest stopped run: while one waits no other can come. */
export const newestPauseQuery = {
  queryKey: ['admin', 'pauses', 'newest'],
  queryFn: () => ask(api.GET('/api/admin/settlements/pauses', { params: { query: { limit: 1 } } })),
  refetchInterval: 60_000,
};
