/** Adds a single client to a list, found by name. */
import { Button, Popover } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { showNote } from '#renderer/lib/notes.tsx';
import { runCommand } from '#renderer/lib/run.ts';
import { takeBack } from '#renderer/lib/undo.ts';
import { type ChosenClient, ClientPicker } from '#renderer/pickers/client-picker.tsx';

interface AddOneProps {
  list: string;
  /** In a head with little room. */
  short?: boolean;
}

export function AddOne({ list, short }: AddOneProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);

  async function add({ id, name: client }: ChosenClient) {
    setOpened(false);
    const done = await runCommand(rpc.calls.add({ id: list, whom: { clients: [id] } }));
    if (!done) return;
    const { action } = done;
    if (action) showNote(t('calls.addedOne', { client }), () => void takeBack(action));
    else showNote(t('calls.knownOne', { client }));
  }

  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={320} trapFocus withinPortal>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          aria-expanded={opened}
          aria-label={t('calls.addOne')}
          onClick={() => setOpened(!opened)}
        >
          {t(short ? 'calls.add' : 'calls.addOne')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ClientPicker
          label={t('calls.addOne')}
          value={null}
          autoFocus
          onChoose={(chosen) => chosen && void add(chosen)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
