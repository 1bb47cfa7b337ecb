/** A list of records, and beside it (below 1100 px instead of it) the chosen or the new one. */
import type { ReactNode } from 'react';
import { useLocation, useRoute, useSearchParams } from 'wouter';
import { TwoPane } from './page-frame.tsx';

export interface NewRecordWays {
  /** The client that the new record is for, when the address says so; cancelling leads back to him. */
  client: string | null;
  onCancel(): void;
  onCreated(id: string): void;
}

export interface ListAndPageProps {
  /** Address of the list; `new` or the id of a record stands below it. */
  path: string;
  list(selected: string | null): ReactNode;
  form(ways: NewRecordWays): ReactNode;
  page(id: string, back: () => void): ReactNode;
  /** Width of the list beside an open record, px. */
  listWidth?: number;
}

export function ListAndPage({ path, list, form, page, listWidth = 440 }: ListAndPageProps) {
  const [, go] = useLocation();
  const [, params] = useRoute(`${path}/:id`);
  const [search] = useSearchParams();
  const open = params?.id;
  const client = search.get('client');
  const back = () => go(path);

  function detail(id: string): ReactNode {
    if (id !== 'new') return page(id, back);
    return form({
      client,
      onCancel: () => (client ? go(`/clients/${client}`) : back()),
      onCreated: (created) => go(`${path}/${created}`),
    });
  }

  return (
    <TwoPane
      list={list(open ?? null)}
      detail={open ? detail(open) : null}
      hasDetail={open !== undefined}
      onBack={back}
      listWidth={listWidth}
    />
  );
}
