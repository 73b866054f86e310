import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';
import type { ComponentProps, ReactNode } from 'react';
import { Empty, Loading, More } from './pages';
import { Problem } from './problem';
import { Rows } from './rows';

interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

/** A list that is read page by page, newest first. */
export function useList<T>(queryKey: QueryKey, read: (cursor: string | undefined) => Promise<Page<T>>, options: { enabled?: boolean } = {}) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Page<T>) => last.next_cursor ?? undefined,
    ...options,
  });
  return { ...query, items: query.data?.pages.flatMap((page) => page.items) ?? [] };
}

type List<T> = ReturnType<typeof useList<T>>;

/** Whatever there is to see of a list: that it loads, failed or is empty, or else its items and a way to more of them. */
export function Listing<T>({ list, empty, children }: { list: List<T>; empty: ReactNode; children: (items: T[]) => ReactNode }) {
  const retry = () => void (list.isFetchNextPageError ? list.fetchNextPage() : list.refetch());
  if (list.isPending) return <Loading />;
  return (
    <>
      {list.error && <Problem error={list.error} onRetry={retry} />}
      {list.items.length > 0 ? children(list.items) : list.error ? null : <Empty>{empty}</Empty>}
      {list.hasNextPage && <More onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} />}
    </>
  );
}

/** A list as a table. */
export function ListTable<T>({ list, empty, ...table }: { list: List<T>; empty: ReactNode } & Omit<ComponentProps<typeof Rows<T>>, 'items'>) {
  return (
    <Listing list={list} empty={empty}>
      {(items) => <Rows items={items} {...table} />}
    </Listing>
  );
}
