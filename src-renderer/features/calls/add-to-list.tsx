/** Puts whoever a list of clients shows, or one client, on a call list: an open one, or a new one. */
import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { newId, rpc } from '#renderer/lib/client.ts';
import { currentLanguage, fieldLabel, say } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { showNote } from '#renderer/lib/notes.tsx';
import { runCommand } from '#renderer/lib/run.ts';
import { takeBack } from '#renderer/lib/undo.ts';
import { Plural } from '#renderer/ui/plural.tsx';
import type { CallListRow } from '#shared/contract/calls.ts';
import { SCRIPT_TEMPLATES } from '#shared/domain/calls/script-templates.ts';
import { type Meant, useAdding } from './call-list-store.ts';
import { thisMinute } from './call-words.ts';

export function AddToList() {
  const { t } = useTranslation();
  const { meant, close } = useAdding();
  return (
    <Modal
      opened={meant !== null}
      onClose={close}
      size={480}
      title={t('calls.addTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {meant && <Lists meant={meant} onDone={close} />}
    </Modal>
  );
}

function Lists(props: { meant: Meant; onDone(): void }) {
  const [now] = useState(thisMinute);
  const lists = useLive('calls', 'lists', { filter: { closed: false }, now, limit: 500 });
  // The first of them is chosen when the form begins.
  return lists.data ? <Adding {...props} lists={lists.data.rows} /> : null;
}

const NEW = 'new';
const NONE = 'none';

interface AddingProps {
  meant: Meant;
  lists: CallListRow[];
  onDone(): void;
}

function Adding({ meant, lists, onDone }: AddingProps) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const [id] = useState(() => newId());
  const [list, setList] = useState(lists[0]?.id ?? NEW);
  const [name, setName] = useState('');
  const [template, setTemplate] = useState<string>(SCRIPT_TEMPLATES[0]?.id ?? NONE);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const isNew = list === NEW;
  const whom = 'filter' in meant ? { filter: meant.filter } : { clients: [meant.client] };

  async function commit() {
    if (isNew && name.trim() === '') {
      setProblem(t('calls.nameMissing'));
      return;
    }
    if (busy) return;
    setBusy(true);
    const script = SCRIPT_TEMPLATES.find((one) => one.id === template)?.text[currentLanguage()] ?? null;
    const done = await runCommand(
      isNew
        ? rpc.calls.create({ id, values: { name: name.trim(), script }, whom })
        : rpc.calls.add({ id: list, whom }),
    );
    setBusy(false);
    if (!done) return;
    const called = isNew ? name.trim() : (lists.find((one) => one.id === list)?.name ?? '');
    tell(done, called);
    onDone();
    if ('filter' in meant) go(`/calls/${isNew ? id : list}`);
  }

  return (
    <form
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void commit();
      }}
    >
      <Stack gap="sm">
        <Text>
          {'filter' in meant ? (
            <Plural of="calls.adding" count={meant.count} />
          ) : (
            t('calls.addingClient', { client: meant.name })
          )}
        </Text>
        {lists.length > 0 && (
          <Select
            label={t('calls.toList')}
            data={[
              ...lists.map((one) => ({ value: one.id, label: one.name })),
              { value: NEW, label: t('calls.newList') },
            ]}
            value={list}
            allowDeselect={false}
            data-autofocus
            onChange={(chosen) => chosen && setList(chosen)}
          />
        )}
        {isNew && (
          <>
            <TextInput
              label={fieldLabel('callList', 'name')}
              maxLength={150}
              data-autofocus={lists.length === 0 || undefined}
              value={name}
              error={problem}
              onChange={(event) => {
                setName(event.currentTarget.value);
                setProblem(undefined);
              }}
            />
            <Select
              label={fieldLabel('callList', 'script')}
              data={[
                ...SCRIPT_TEMPLATES.map((one) => ({ value: one.id, label: one.name[currentLanguage()] })),
                { value: NONE, label: t('calls.withoutScript') },
              ]}
              value={template}
              allowDeselect={false}
              onChange={(chosen) => chosen && setTemplate(chosen)}
            />
          </>
        )}
        <Group gap={8}>
          <Button type="submit" loading={busy}>
            {t('calls.add')}
          </Button>
          <Button variant="subtle" onClick={onDone}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function tell({ action, added }: { action: string | null; added: number }, name: string): void {
  if (added === 0) showNote(say('calls.allKnown', { name }));
  else
    showNote(
      say('calls.added', { name, count: added, number: added }),
      action ? () => void takeBack(action) : undefined,
    );
}
