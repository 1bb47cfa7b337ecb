/** Who comes: people of the client as buttons, anybody else through the picker; and who goes from us. */
import { MultiSelect } from '@mantine/core';
import { personName } from '#renderer/lib/format.ts';
import { fieldLabel } from '#renderer/lib/i18n.ts';
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
