/** Meetings: the list, and the chosen or the new one. */
import type { ReactNode } from 'react';
import { ListAndPage } from '#renderer/ui/list-and-page.tsx';
import { MeetingForm } from './meeting-form.tsx';
import { MeetingList } from './meeting-list.tsx';

interface MeetingsScreenProps {
  /** The page of one meeting, with what other features add to it. */
  page(id: string): ReactNode;
}

export function MeetingsScreen({ page }: MeetingsScreenProps) {
  return (
    <ListAndPage
      path="/meetings"
      list={(selected) => <MeetingList selected={selected} />}
      form={(ways) => <MeetingForm key={ways.client} {...ways} />}
      page={page}
    />
  );
}
