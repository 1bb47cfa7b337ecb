/** The lists, with the form of a new one beside them; and one list, which is called through on a screen of its own. */
import type { ReactNode } from 'react';
import { useRoute } from 'wouter';
import { ListAndPage } from '#renderer/ui/list-and-page.tsx';
import { CallListForm } from './call-list-form.tsx';
import { CallLists } from './call-lists.tsx';
import { CallPage } from './call-page.tsx';
import type { AskedTime } from './appointment-form.tsx';

interface CallsScreenProps {
  /** What is in the way of a meeting at this time. */
  conflicts(time: AskedTime): ReactNode;
}

export function CallsScreen({ conflicts }: CallsScreenProps) {
  const [, params] = useRoute('/calls/:list/:target?');
  const { list, target } = params ?? {};
  if (list && list !== 'new') {
    return <CallPage key={list} id={list} target={target ?? null} conflicts={conflicts} />;
  }
  return (
    <ListAndPage
      path="/calls"
      list={(selected) => <CallLists selected={selected} />}
      form={(ways) => <CallListForm {...ways} />}
      page={() => null}
    />
  );
}
