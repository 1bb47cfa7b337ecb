/** Clients: the list, and beside it (below 1100 px instead of it) the desk of the chosen one. */
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useLocation, useRoute } from 'wouter';
import { TWO_PANES, TwoPane } from '#renderer/ui/page-frame.tsx';
import type { ClientFilter } from '#shared/contract/clients.ts';
import { ClientList } from './client-list.tsx';
import { NewClientForm } from './client-new.tsx';

export interface ClientsScreenProps {
  /** The desk of one client, put together of several features. */
  desk(id: string): ReactNode;
  /** Puts everybody whom the filter shows on a call list. */
  onCalls(filter: ClientFilter, shown: number): void;
}

export function ClientsScreen({ desk, onCalls }: ClientsScreenProps) {
  const [, go] = useLocation();
  const [, params] = useRoute('/clients/:id');
  const wide = useMediaQuery(TWO_PANES, true, { getInitialValueInEffect: false });
  const open = params?.id;
  return (
    <TwoPane
      list={
        <ClientList selected={open ?? null} narrow={wide === true && open !== undefined} onCalls={onCalls} />
      }
      detail={open === 'new' ? <NewClientForm /> : open ? desk(open) : null}
      hasDetail={open !== undefined}
      onBack={() => go('/clients')}
      listWidth={380}
    />
  );
}
