/** Meetings: the list, and beside it (below 1100 px instead of it) the chosen or the new one. */
import type { ReactNode } from 'react';
import { useLocation, useRoute, useSearchParams } from 'wouter';
import { TwoPane } from '#renderer/ui/page-frame.tsx';
import { MeetingForm } from './meeting-form.tsx';
import { MeetingList } from './meeting-list.tsx';

interface MeetingsScreenProps {
  /** The page of one meeting, with what other features add to it. */
  page(id: string): ReactNode;
}

export function MeetingsScreen({ page }: MeetingsScreenProps) {
  const [, go] = useLocation();
  const [, params] = useRoute('/meetings/:id');
  const [search] = useSearchParams();
  const open = params?.id;
  const back = () => go('/meetings');
  return (
    <TwoPane
      list={<MeetingList selected={open ?? null} />}
      detail={detail()}
      hasDetail={open !== undefined}
      onBack={back}
      listWidth={440}
    />
  );

  function detail() {
    if (!open) return null;
    if (open !== 'new') return page(open);
    const client = search.get('client');
    return (
      <MeetingForm
        key={client}
        client={client}
        onCancel={() => (client ? go(`/clients/${client}`) : back())}
        onPlanned={(id) => go(`/meetings/${id}`)}
      />
    );
  }
}
