/** The clients' screen with everything a desk shows: each part from its own feature, put together here. */
import { useLocation } from 'wouter';
import { AttachmentsPanel, EntryAttachments } from '#renderer/features/attachments/attachments-panel.tsx';
import { AddToList } from '#renderer/features/calls/add-to-list.tsx';
import { useAdding } from '#renderer/features/calls/call-list-store.ts';
import { ClientDesk } from '#renderer/features/clients/client-desk.tsx';
import { ClientsScreen } from '#renderer/features/clients/clients-screen.tsx';
import { focusFirstOpenItem } from '#renderer/features/contracts/checklist-focus.ts';
import { ClientChecklists } from '#renderer/features/contracts/client-checklists.tsx';
import { ClientContracts } from '#renderer/features/contracts/client-contracts.tsx';
import { ClientStandIn } from '#renderer/features/handover/client-stand-in.tsx';
import { beginLog, beginObjection, goOn, useComposer } from '#renderer/features/meetings/composer-store.ts';
import { MeetingComposer } from '#renderer/features/meetings/composer.tsx';
import { NextMeeting } from '#renderer/features/meetings/plans/next-meeting.tsx';
import { Timeline } from '#renderer/features/meetings/timeline.tsx';
import { ClientPromises } from '#renderer/features/promises/client-promises.tsx';
import { ClientObjections } from '#renderer/features/objections/client-objections.tsx';
import { personName } from '#renderer/lib/format.ts';
import type { ClientDesk as Desk } from '#shared/contract/clients.ts';

export function ClientPage() {
  const add = useAdding((adding) => adding.open);
  return (
    <>
      <ClientsScreen
        desk={(id) => <DeskOf key={id} id={id} />}
        onCalls={(filter, count) => add({ filter, count })}
      />
      <AddToList />
    </>
  );
}

function DeskOf({ id }: { id: string }) {
  const [, go] = useLocation();
  // A promise belongs to the entry being written; without one it is a promise alone.
  const promise = () => {
    if (!goOn(id, 'promise')) go(`/promises/new?client=${id}`);
  };
  const asked = useComposer((composer) => (composer.client === id ? composer.turn : 0));
  return (
    <ClientDesk
      id={id}
      composer={(desk) => <MeetingComposer client={id} people={peopleOf(desk)} town={desk.client.town} />}
      timeline={() => (
        <Timeline
          client={id}
          objectionHref={(objection) => `/objections/${objection}`}
          attachments={(interactions) => <EntryAttachments interactions={interactions} />}
        />
      )}
      nextMeeting={(desk) => <NextMeeting desk={desk} />}
      promises={() => <ClientPromises client={id} onPromise={promise} />}
      standIn={(desk) => <ClientStandIn client={desk.client.id} />}
      contracts={(desk) => <ClientContracts desk={desk} />}
      checklists={(desk) => <ClientChecklists desk={desk} />}
      objections={(desk) => <ClientObjections desk={desk} />}
      attachments={() => <AttachmentsPanel place={{ client: id }} />}
      onLog={(kind) => beginLog(id, kind)}
      onObjection={() => beginObjection(id)}
      onPromise={promise}
      onMeeting={() => go(`/meetings/new?client=${id}`)}
      onChecklist={focusFirstOpenItem}
      onBrief={() => go(`/clients/${id}/brief`)}
      onCalls={({ client }) => useAdding.getState().open({ client: client.id, name: client.name })}
      onRemoved={() => go('/clients')}
      asked={asked}
    />
  );
}

/** Who can be met at the client. */
export function peopleOf(desk: Desk) {
  const current = desk.people.filter(({ position }) => position.endedOn === null);
  // Since a merge one person may have two places here.
  return [...Map.groupBy(current, ({ contact }) => contact.id)].map(([id, places]) => ({
    id,
    name: places[0] ? personName(places[0].contact) : '',
    detail: places.flatMap(({ position }) => position.jobTitle ?? []).join(', ') || null,
  }));
}
