/** Who comes: people of the client as buttons, anybody else through the picker; and who goes from us. */
import { Anchor, Group, MultiSelect, Pill } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { personName } from '#renderer/lib/format.ts';
import { fieldLabel } from '#renderer/lib/i18n.ts';
import { ClientPicker } from '#renderer/pickers/client-picker.tsx';
import { useLive } from '#renderer/lib/live.ts';
import { ComposerPeople, type PersonChoice } from '../composer-people.tsx';

interface TheirPeopleProps {
  client: string;
  chosen: string[];
  /** People of the meeting whose names are known, also those without a place at the client. */
  known?: PersonChoice[];
  onChange(chosen: string[]): void;
}

export function TheirPeople({ client, chosen, known = [], onChange }: TheirPeopleProps) {
  const desk = useLive('clients', 'desk', { id: client });
  const people = (desk.data?.people ?? [])
    .filter(({ position }) => position.endedOn === null)
    // Since a merge one person may have two places here.
    .filter(({ contact }, at, all) => all.findIndex((other) => other.contact.id === contact.id) === at)
    .map(({ contact, position }) => ({
      id: contact.id,
      name: personName(contact),
      detail: position.jobTitle,
    }));
  const there = new Set(people.map((person) => person.id));
  return (
    <ComposerPeople
      key={client}
      client={client}
      people={people}
      others={known.filter((person) => !there.has(person.id))}
      chosen={chosen}
      onChange={onChange}
    />
  );
}

export interface Named {
  id: string;
  name: string;
}

interface OtherClientsProps {
  client: string;
  chosen: readonly Named[];
  onChange(chosen: Named[]): void;
}

/** Who else comes to the meeting; it stays the meeting of its client. */
export function OtherClients({ client, chosen, onChange }: OtherClientsProps) {
  const { t } = useTranslation();
  const ids = chosen.map(({ id }) => id);
  const [changed, setChanged] = useState(false);
  const change = (next: Named[]) => {
    setChanged(true);
    onChange(next);
  };
  return (
    <div>
      <ClientPicker
        // Empty again after each choice, and ready for the next one.
        key={ids.join()}
        autoFocus={changed}
        label={fieldLabel('meeting', 'otherClients')}
        value={null}
        without={[client, ...ids]}
        onChoose={(other) => other && change([...chosen, other])}
      />
      <Group gap={6} mt={6}>
        {chosen.map((one) => (
          <Pill
            key={one.id}
            size="md"
            withRemoveButton
            removeButtonProps={{
              'aria-label': `${t('common.remove')}: ${one.name}`,
              'aria-hidden': false,
              tabIndex: 0,
            }}
            onRemove={() => change(chosen.filter(({ id }) => id !== one.id))}
          >
            <Anchor component={Link} href={`/clients/${one.id}`} inherit>
              {one.name}
            </Anchor>
          </Pill>
        ))}
      </Group>
    </div>
  );
}

interface OurPeopleProps {
  chosen: string[];
  /** Names of those who are chosen, where they are known. */
  known?: readonly { id: string; name: string }[];
  onChange(chosen: string[]): void;
}

export function OurPeople({ chosen, known = [], onChange }: OurPeopleProps) {
  const members = useLive('settings', 'members', {}).data ?? known;
  return (
    <MultiSelect
      label={fieldLabel('meeting', 'ours')}
      searchable
      autoComplete="off"
      data={members.map((member) => ({ value: member.id, label: member.name }))}
      value={chosen}
      onChange={onChange}
    />
  );
}
