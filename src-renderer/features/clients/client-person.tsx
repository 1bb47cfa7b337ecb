/** One person at the client, with each place there edited on the spot; the person's own card is a click away. */
import { ActionIcon, Anchor, Button, Stack, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { rpc } from '#renderer/lib/client.ts';
import { personName, useFormat } from '#renderer/lib/format.ts';
import { choiceLabel } from '#renderer/lib/i18n.ts';
import { useRun } from '#renderer/lib/run.ts';
import { CommitField } from '#renderer/ui/commit-field.tsx';
import { Initials } from '#renderer/ui/initials.tsx';
import type { ClientDesk } from '#shared/contract/clients.ts';
import classes from './client-desk.module.css';
import { editPosition } from './edit-client.ts';

type Person = ClientDesk['people'][number];

const EDITED = ['jobTitle', 'department', 'role', 'stance', 'workPhones', 'workEmails', 'endedOn'] as const;

/** Never empty; of one person. */
export type Places = readonly [Person, ...Person[]];

export function ClientPerson({ places, client }: { places: Places; client: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [editing, setEditing] = useState<string | null>(null);
  const [{ contact }] = places;
  const name = personName(contact);
  const phones = [...places.flatMap(({ position }) => position.workPhones ?? []), ...(contact.phones ?? [])];
  const emails = [...places.flatMap(({ position }) => position.workEmails ?? []), ...(contact.emails ?? [])];
  const edited = places.find(({ position }) => position.id === editing)?.position;
  return (
    <li className={classes.person} data-testid="client-person">
      <Initials name={name} size={32} />
      <div className={classes.personText}>
        {places.map(({ position }, at) => (
          <div key={position.id}>
            <div className={classes.personName}>
              {at === 0 && (
                <Anchor component={Link} href={`/contacts/${contact.id}`} fw={600}>
                  {name}
                </Anchor>
              )}
              {at > 0 && <PlaceWords position={position} />}
              <ActionIcon
                variant="subtle"
                color="gray"
                size={24}
                aria-label={t('clients.editPerson', {
                  name: [name, places.length > 1 && position.jobTitle].filter(Boolean).join(', '),
                })}
                aria-expanded={editing === position.id}
                onClick={() => setEditing(editing === position.id ? null : position.id)}
              >
                <IconPencil size={14} />
              </ActionIcon>
            </div>
            {at === 0 && <PlaceWords position={position} />}
            <PlaceMarks position={position} />
          </div>
        ))}
        {[...new Map(phones.map((phone) => [phone.value, phone])).values()].map((phone) => (
          <Text key={phone.value} size="sm">
            <Anchor inherit href={`tel:${phone.value}`}>
              {format.phone(phone.value)}
            </Anchor>{' '}
            <Text span inherit c="dimmed">
              {choiceLabel('phone', 'kind', phone.kind)}
            </Text>
          </Text>
        ))}
        {[...new Map(emails.map((email) => [email.value, email])).values()].map((email) => (
          <Anchor key={email.value} href={`mailto:${email.value}`} size="sm" className={classes.email}>
            {email.value}
          </Anchor>
        ))}
        {contact.preferredChannel && (
          <Text size="sm" c="dimmed">
            {t('clients.prefers', {
              channel: choiceLabel('contact', 'preferredChannel', contact.preferredChannel),
            })}
          </Text>
        )}
        {edited && <EditedPlace position={edited} client={client} name={name} />}
      </div>
    </li>
  );
}

type Position = Person['position'];

function PlaceWords({ position }: { position: Position }) {
  const place = [position.jobTitle, position.department].filter(Boolean).join(', ');
  return place && <Text size="sm">{place}</Text>;
}

function PlaceMarks({ position }: { position: Position }) {
  const { t } = useTranslation();
  const format = useFormat();
  const role = choiceLabel('position', 'role', position.role);
  return (
    <>
      {(role || position.stance) && (
        <Text size="sm" className={classes.marks}>
          {role && <span>{role}</span>}
          {position.stance && (
            <span className={classes.stance} data-stance={position.stance}>
              {choiceLabel('position', 'stance', position.stance)}
            </span>
          )}
        </Text>
      )}
      {position.endedOn && (
        <Text size="sm" c="dimmed">
          {t('clients.endedOn', { day: format.day(position.endedOn) })}
        </Text>
      )}
    </>
  );
}

function EditedPlace({ position, client, name }: { position: Position; client: string; name: string }) {
  const { t } = useTranslation();
  const run = useRun();
  return (
    <Stack gap={8} mt={8}>
      {EDITED.map((field) => (
        <CommitField
          key={field}
          entity="position"
          field={field}
          record={position.id}
          client={client}
          value={position[field]}
          onCommit={(value) => editPosition(position.id, field, value)}
        />
      ))}
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        style={{ alignSelf: 'flex-start' }}
        onClick={() =>
          void run(rpc.positions.remove({ id: position.id }), {
            done: 'clients.personRemoved',
            params: { name },
            undoable: true,
          })
        }
      >
        {t('clients.removePerson')}
      </Button>
    </Stack>
  );
}
