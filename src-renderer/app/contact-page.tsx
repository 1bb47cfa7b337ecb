/** The people's screen with what was said with each: the timeline comes from its own feature. */
import { EntryAttachments } from '#renderer/features/attachments/attachments-panel.tsx';
import { ContactsScreen } from '#renderer/features/clients/contacts-screen.tsx';
import { Timeline } from '#renderer/features/meetings/timeline.tsx';

export function ContactPage() {
  return (
    <ContactsScreen
      interactions={(contact) => (
        <Timeline
          contact={contact}
          objectionHref={(objection) => `/objections/${objection}`}
          attachments={(interactions) => <EntryAttachments interactions={interactions} />}
        />
      )}
    />
  );
}
