/** People: the list, and the chosen or the new one. */
import type { ReactNode } from 'react';
import { ListAndPage } from '#renderer/ui/list-and-page.tsx';
import { ContactForm } from './contact-form.tsx';
import { ContactList } from './contact-list.tsx';
import { ContactPage } from './contact-page.tsx';

export interface ContactsScreenProps {
  /** What was said with a person, from the feature that keeps it. */
  interactions?(contact: string): ReactNode;
}

export function ContactsScreen({ interactions }: ContactsScreenProps) {
  return (
    <ListAndPage
      path="/contacts"
      list={(selected) => <ContactList selected={selected} />}
      form={({ onCancel, onCreated }) => <ContactForm onCancel={onCancel} onCreated={onCreated} />}
      page={(id, back) => <ContactPage key={id} id={id} interactions={interactions?.(id)} onRemoved={back} />}
      listWidth={424}
    />
  );
}
