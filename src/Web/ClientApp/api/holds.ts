import { api, ask, type Schemas } from './client';

export const holdQuery = (id: string) => ({ queryKey: ['hold', id], queryFn: () => ask(api.GET('/api/holds/{id}', { params: { path: { id } } })) });

export const isSettled = (hold: Schemas['HoldView'] | undefined) => hold?.status === 'released' || hold?.status === 'refunded';
