import { QueryClient } from '@tanstack/react-query';
import { ApiError, api, ask } from './client';

/** Reads are tried again when the server could not be reached or had no database; money is never moved twice by itself. */
export const makeQueryClient = (onExpired: () => void) => {
  const noticeExpiry = (error: unknown) => {
    if (error instanceof ApiError && error.status === 401) onExpired();
  };
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, error) => error instanceof ApiError && (error.status === 0 || error.status === 503) && count < 2,
      },
      mutations: { retry: false },
    },
  });
  client.getQueryCache().config.onError = noticeExpiry;
  client.getMutationCache().config.onError = noticeExpiry;
  return client;
};

export const settingsQuery = {
  queryKey: ['settings'],
  queryFn: () => ask(api.GET('/api/settings')),
  staleTime: Infinity,
};
