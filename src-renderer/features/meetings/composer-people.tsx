/** With whom: the people of the client as buttons with a digit each, and anybody else through the picker. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldLabel } from '#renderer/lib/i18n.ts';
import { ContactPicker } from '#renderer/pickers/contact-picker.tsx';
import { ChoiceRow } from './choice-row.tsx';

export interface PersonChoice {
  id: string;
  name: string;
  detail: string | null;
}

interface ComposerPeopleProps {
  client: string;
  /** People who have a place at the client now. */
  people: PersonChoice[];
  /** Names of chosen people who have no place there. */
  others: PersonChoice[];
  chosen: string[];
  onChange(chosen: string[]): void;
}

export function ComposerPeople({ client, people, others, chosen, onChange }: ComposerPeopleProps) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<PersonChoice[]>([]);
  const known = new Map([...people, ...others, ...added].map((person) => [person.id, person]));
  const offered = [...known.values()].filter(
    (person) => people.includes(person) || chosen.includes(person.id),
  );
  return (
    <ChoiceRow
      label={fieldLabel('interaction', 'people')}
      options={offered.map((person) => ({ value: person.id, label: person.name, detail: person.detail }))}
      chosen={chosen}
      onToggle={(id) => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])}
    >
      {adding ? (
        <ContactPicker
          client={client}
          value={null}
          several
          autoFocus
          w={240}
          without={chosen}
          onChoose={(person) => {
            if (!person) return;
            setAdded((before) => [...before, { ...person, detail: null }]);
            onChange([...chosen, person.id]);
            setAdding(false);
          }}
        />
      ) : (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={() => setAdding(true)}
        >
          {t('meetings.addPerson')}
        </Button>
      )}
    </ChoiceRow>
  );
}
