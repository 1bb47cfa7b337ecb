/** One person: who it is, where they stand at which client, and, through a slot, what has been said with them. */
import { ActionIcon, Anchor, Menu, Text, Title } from '@mantine/core';
import { IconArrowsJoin2, IconDotsVertical, IconEraser, IconTrash, IconUserOff } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect } from 'wouter';
import { rpc } from '#renderer/lib/client.ts';
import { personName, useFormat } from '#renderer/lib/format.ts';
import { type OutputOf, useLive } from '#renderer/lib/live.ts';
import { useRun } from '#renderer/lib/run.ts';
import { CommitField } from '#renderer/ui/commit-field.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Initials } from '#renderer/ui/initials.tsx';
import { CameFrom, MergedRecords } from '#renderer/ui/merged-records.tsx';
import { RecordHistory } from '#renderer/ui/record-history.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { contact as contactEntity } from '#shared/entities/clients.ts';
import { ContactPositions } from './contact-positions.tsx';
import sheet from '#renderer/ui/record-page.module.css';
import classes from './contacts.module.css';
import { EraseContact } from './erase-contact.tsx';
import { MergeWith } from './merge-with.tsx';
import { Loading } from '#renderer/ui/loading.tsx';

type Contact = OutputOf<'contacts', 'get'>['contact'];
type ContactField = keyof typeof contactEntity.fields;

const SHORT = [
  'titlesBefore',
  'titlesAfter',
  'firstName',
  'lastName',
  'language',
  'preferredChannel',
] as const;

export interface ContactPageProps {
  id: string;
  /** What was said with the person. */
  interactions: ReactNode;
  onRemoved(): void;
}

export function ContactPage({ id, interactions, onRemoved }: ContactPageProps) {
  const { t } = useTranslation();
  const page = useLive('contacts', 'get', { id });
  if (page.error && 'code' in page.error && page.error.code === 'NOT_FOUND') {
    return (
      <EmptyState icon={<IconUserOff size={32} />} title={t('contacts.gone')} text={t('contacts.goneText')} />
    );
  }
  if (page.error) return <Sentence error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return <Loading size="sm" m="md" />;
  const { contact, positions, interactions: said, merged } = page.data;
  if (contact.id !== id) return <Redirect to={`/contacts/${contact.id}?from=${id}`} replace />;
  return (
    <div className={`${sheet.page} ${classes.page}`}>
      <CameFrom records={merged} into={personName(contact)} />
      <ContactHead contact={contact} interactions={said} onRemoved={onRemoved} />
      <div className={classes.halves}>
        <div className={classes.half}>
          <ContactPositions contact={id} positions={positions} />
          <section aria-label={t('contacts.who')}>
            <Title order={2} className={classes.sectionTitle}>
              {t('contacts.who')}
            </Title>
            <div className={classes.fields}>
              {SHORT.map((field) => (
                <Field key={field} contact={contact} field={field} />
              ))}
              {(['phones', 'emails', 'notes', 'source'] as const).map((field) => (
                <div key={field} className={classes.wide}>
                  <Field contact={contact} field={field} />
                </div>
              ))}
            </div>
          </section>
        </div>
        <div className={classes.half}>
          {interactions}
          <MergedRecords kind="contact" records={merged} />
          <RecordHistory entity="contact" record={id} />
        </div>
      </div>
    </div>
  );
}

interface ContactHeadProps {
  contact: Contact;
  /** How often somebody spoke with the person. */
  interactions: number;
  onRemoved(): void;
}

function ContactHead({ contact, interactions, onRemoved }: ContactHeadProps) {
  const { t } = useTranslation();
  const [erasing, setErasing] = useState(false);
  const [merging, setMerging] = useState(false);
  const connection = useLive('sync', 'state', {}).data?.connection;
  // Of a firm an administrator erases, who sees all of it.
  const mayErase = connection === null || connection?.member.role === 'admin';
  const format = useFormat();
  const run = useRun();
  const name = format.personName(contact);
  const phone = contact.phones?.[0]?.value;
  const email = contact.emails?.[0]?.value;

  async function remove() {
    const removed = await run(rpc.contacts.remove({ id: contact.id }), {
      done: 'contacts.removed',
      undoable: true,
    });
    if (removed) onRemoved();
  }

  return (
    <header className={classes.head}>
      <Initials name={name} size={44} />
      <div className={classes.headText}>
        <Title order={1} size="h2" className={classes.name}>
          {name}
        </Title>
        <Text size="sm" className={classes.facts}>
          {phone && (
            <Anchor inherit href={`tel:${phone}`}>
              {format.phone(phone)}
            </Anchor>
          )}
          {email && (
            <Anchor inherit href={`mailto:${email}`}>
              {email}
            </Anchor>
          )}
        </Text>
      </div>
      <Menu position="bottom-end" shadow="sm">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('contacts.actions')}>
            <IconDotsVertical size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconArrowsJoin2 size={16} />} onClick={() => setMerging(true)}>
            {t('duplicates.withOther.contact')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => void remove()}>
            {t('contacts.remove')}
          </Menu.Item>
          {mayErase && (
            <Menu.Item color="red" leftSection={<IconEraser size={16} />} onClick={() => setErasing(true)}>
              {t('contacts.erase.open')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {merging && (
        <MergeWith kind="contact" record={{ id: contact.id, name }} onClose={() => setMerging(false)} />
      )}
      {erasing && (
        <EraseContact
          id={contact.id}
          lastName={contact.lastName}
          interactions={interactions}
          onErased={onRemoved}
          onClose={() => setErasing(false)}
        />
      )}
    </header>
  );
}

function Field({ contact, field }: { contact: Contact; field: ContactField }) {
  return (
    <CommitField
      entity="contact"
      field={field}
      record={contact.id}
      value={contact[field]}
      onCommit={(value) => rpc.contacts.edit({ id: contact.id, values: { [field]: value } })}
    />
  );
}
