/**
 * Chooses a person: those of the client first, then anybody in the base. Whoever is not there yet is added where one
 * stands, at once with a place at the client.
 */
import { Button, Stack } from '@mantine/core';
import type { SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { personName } from '#renderer/lib/format.ts';
import { useLive } from '#renderer/lib/live.ts';
import { NewPerson } from './new-person.tsx';
import { RecordSelect } from './record-select.tsx';

export interface ChosenContact {
  id: string;
  name: string;
  /** The person was added just now and already has a place at the client. */
  isNew?: boolean;
}

export interface ContactPickerProps
  extends Pick<SelectProps, 'label' | 'error' | 'disabled' | 'autoFocus' | 'w' | 'size' | 'placeholder'> {
  value: string | null;
  valueName?: string | null;
  onChoose(contact: ChosenContact | null): void;
  /** People of this client are offered before anything is typed, and a new person gets a place there. */
  client?: string | null;
  /** People who are chosen already. */
  without?: readonly string[];
  clearable?: boolean;
  /** Offers anybody, not the people of the client first: for giving somebody a place there. */
  everybody?: boolean;
  /** Nobody is added here: one of those who are in the base is meant. */
  knownOnly?: boolean;
  /** Choosing empties the field, so that the next person can be chosen. */
  several?: boolean;
}

const SHOWN = 12;
/** The option by which whoever is not in the base is added. */
const NEW = 'new';

export function ContactPicker(props: ContactPickerProps) {
  const {
    value,
    valueName,
    onChoose,
    client,
    without = [],
    label,
    several,
    everybody,
    knownOnly,
    ...rest
  } = props;
  const { t } = useTranslation();
  const [text, setText] = useState(valueName ?? '');
  const [asked, setAsked] = useState(false);
  const [adding, setAdding] = useState(false);
  const [searched] = useDebouncedValue(text.trim(), 80);
  const typed = searched !== '' && searched !== valueName;
  const filter = typed ? { text: searched.slice(0, 200) } : client && !everybody ? { client } : {};
  const found = useLive('contacts', 'list', { filter, limit: SHOWN }, { enabled: asked, keepPrevious: true });

  function choose(contact: ChosenContact | null) {
    onChoose(contact);
    setAdding(false);
    if (several) setText('');
  }

  return (
    <Stack gap={4}>
      <RecordSelect
        placeholder={t('clients.picker.person')}
        {...rest}
        label={label}
        aria-label={label ? undefined : t('clients.picker.personLabel')}
        value={value}
        valueLabel={valueName}
        text={text}
        onText={setText}
        onFocus={() => setAsked(true)}
        options={[
          // The open list covers the button below it, so the list itself offers the same before a name is typed.
          ...(typed || knownOnly ? [] : [{ value: NEW, label: t('clients.picker.newPerson') }]),
          ...(found.data?.rows ?? [])
            .filter((row) => !without.includes(row.id))
            .map((row) => ({
              value: row.id,
              label: personName(row),
              detail: row.positions
                .map((place) => [place.jobTitle, place.clientName].filter(Boolean).join(', '))
                .join(' · '),
            })),
          ...(typed && !knownOnly
            ? [{ value: NEW, label: t('clients.picker.newTyped', { name: searched }) }]
            : []),
        ]}
        onChoose={(option) => {
          if (option?.value === NEW) setAdding(true);
          else choose(option && { id: option.value, name: option.label });
        }}
        searching={found.isFetching && !found.data}
        nothingFound={t('clients.picker.noPerson')}
      />
      {adding ? (
        <NewPerson
          typed={typed ? searched : ''}
          client={client ?? null}
          onAdded={(person) => choose({ ...person, isNew: true })}
          onLeave={() => setAdding(false)}
        />
      ) : knownOnly ? null : (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconUserPlus size={14} />}
          style={{ alignSelf: 'flex-start' }}
          disabled={rest.disabled}
          onClick={() => setAdding(true)}
        >
          {t('clients.picker.newPerson')}
        </Button>
      )}
    </Stack>
  );
}
