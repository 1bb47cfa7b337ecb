/** Clients: the list, and beside it (below 1100 px instead of it) the desk of the chosen one. */
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useLocation, useRoute } from 'wouter';
import { TWO_PANES, TwoPane } from '#renderer/ui/page-frame.tsx';
import { ClientList } from './client-list.tsx';
import { NewClientForm } from './client-new.tsx';

export interface ClientsScreenProps {
  /** The desk of one client, put together of several features. */
  desk(id: string): ReactNode;
}

export function ClientsScreen({ desk }: ClientsScreenProps) {
  const [, go] = useLocation();
  const [, params] = useRoute('/clients/:id');
  const wide = useMediaQuery(TWO_PANES, true, { getInitialValueInEffect: false });
  const open = params?.id;
  return (
    <TwoPane
      list={<ClientList selected={open ?? null} narrow={wide === true && open !== undefined} />}
      detail={open === 'new' ? <NewClientForm /> : open ? desk(open) : null}
      hasDetail={open !== undefined}
      onBack={() => go('/clients')}
      listWidth={380}
    />
  );
}
