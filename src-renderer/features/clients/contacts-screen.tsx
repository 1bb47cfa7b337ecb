/** People: the list, and beside it (below 1100 px instead of it) the chosen or the new one. */
import type { ReactNode } from 'react';
import { useLocation, useRoute } from 'wouter';
import { TwoPane } from '#renderer/ui/page-frame.tsx';
import { ContactForm } from './contact-form.tsx';
import { ContactList } from './contact-list.tsx';
import { ContactPage } from './contact-page.tsx';

export interface ContactsScreenProps {
  /** What was said with a person, from the feature that keeps it. */
  interactions?(contact: string): ReactNode;
}

export function ContactsScreen({ interactions }: ContactsScreenProps) {
  const [, go] = useLocation();
  const [, params] = useRoute('/contacts/:id');
  const open = params?.id;
  const back = () => go('/contacts');
  return (
    <TwoPane
      list={<ContactList selected={open ?? null} />}
      detail={detail()}
      hasDetail={open !== undefined}
      onBack={back}
      listWidth={424}
    />
  );

  function detail() {
    if (!open) return null;
    if (open === 'new') return <ContactForm onCancel={back} onCreated={(id) => go(`/contacts/${id}`)} />;
    return <ContactPage key={open} id={open} interactions={interactions?.(open)} onRemoved={back} />;
  }
}
