/** A person added where one stands: name and function now, the rest later on the person's own card. */
import { Button, Group, Paper } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId, rpc } from '#renderer/lib/client.ts';
import { useDraft } from '#renderer/lib/draft.ts';
import { personName } from '#renderer/lib/format.ts';
import { useRun } from '#renderer/lib/run.ts';
import { FieldInput } from '#renderer/ui/field-input.tsx';
import { tidyValue, fieldOf } from '#renderer/ui/field-values.ts';

interface NewPersonProps {
  /** What was typed into the search, taken as the name. */
  typed: string;
  client: string | null;
  onAdded(contact: { id: string; name: string }): void;
  onLeave(): void;
}

const FIELDS = [
  ['contact', 'firstName'],
  ['contact', 'lastName'],
  ['position', 'jobTitle'],
  ['contact', 'phones'],
  ['contact', 'emails'],
] as const;

type Values = Partial<Record<(typeof FIELDS)[number][1], unknown>>;

export function NewPerson({ typed, client, onAdded, onLeave }: NewPersonProps) {
  const { t } = useTranslation();
  const run = useRun();
  const [id] = useState(() => newId());
  const [positionId] = useState(() => newId());
  const [missing, setMissing] = useState(false);
  const draft = useDraft<Values>(
    `contact:new:${client ?? ''}`,
    { entity: 'contact', record: id, client },
    splitName(typed),
  );
  if (!draft.ready) return null;

  async function add() {
    const values = Object.fromEntries(
      FIELDS.filter(([entity]) => entity === 'contact').map(([entity, field]) => [
        field,
        tidyValue(fieldOf(entity, field), draft.values[field]),
      ]),
    ) as { lastName: string; firstName: string | null };
    if (!values.lastName) {
      setMissing(true);
      return;
    }
    const jobTitle = tidyValue(fieldOf('position', 'jobTitle'), draft.values.jobTitle) as string | null;
    const added = await run(
      rpc.contacts.create({
        id: draft.record,
        values,
        position: client
          ? { id: positionId, values: { client, contact: draft.record, jobTitle } }
          : undefined,
      }),
    );
    if (!added) return;
    await draft.discard();
    onAdded({ id: draft.record, name: personName(values) });
  }

  return (
    <Paper
      withBorder
      p="sm"
      role="group"
      aria-label={t('clients.picker.newPerson')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onLeave();
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.stopPropagation();
          void add();
        }
      }}
    >
      <Group gap={8} align="flex-start" grow preventGrowOverflow={false}>
        {FIELDS.filter(([entity]) => client || entity === 'contact').map(([entity, field], at) => (
          <FieldInput
            key={field}
            entity={entity}
            field={field}
            autoFocus={at === 0}
            value={draft.values[field]}
            error={field === 'lastName' && missing ? t('problems.field.required') : undefined}
            onChange={(value) => draft.set(field, value)}
          />
        ))}
      </Group>
      <Group gap={8} mt={8}>
        <Button size="compact-sm" onClick={() => void add()}>
          {t('clients.picker.addPerson')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onLeave}>
          {t('common.close')}
        </Button>
      </Group>
    </Paper>
  );
}

/** `Ján Novák` is a first name and a surname; a single word is the surname. */
function splitName(typed: string): Values {
  const words = typed.split(/\s+/).filter(Boolean);
  return { firstName: words.slice(0, -1).join(' '), lastName: words.at(-1) ?? '' };
}
