/** A person is forgotten for good: what goes is said first, and his name is typed, for it cannot be taken back. */
import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { useRun } from '#renderer/lib/run.ts';

interface EraseContactProps {
  id: string;
  /** Has to be typed. */
  lastName: string;
  /** How often somebody spoke with him. */
  interactions: number;
  onErased(): void;
  onClose(): void;
}

export function EraseContact({ id, lastName, interactions, onErased, onClose }: EraseContactProps) {
  const { t } = useTranslation();
  const run = useRun();
  const [typed, setTyped] = useState('');
  const [withInteractions, setWithInteractions] = useState(true);
  const [busy, setBusy] = useState(false);

  async function erase(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const erased = await run(rpc.contacts.erase({ id, interactions: withInteractions }), {
      done: 'contacts.erase.done',
    });
    setBusy(false);
    if (erased) onErased();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('contacts.erase.title')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={(event) => void erase(event)}>
        <Stack gap="sm">
          <Text>{t('contacts.erase.text')}</Text>
          {interactions > 0 && (
            <Checkbox
              label={t('contacts.erase.interactions', { count: interactions })}
              checked={withInteractions}
              onChange={(event) => setWithInteractions(event.currentTarget.checked)}
            />
          )}
          <Text fw={500}>{t('contacts.erase.final')}</Text>
          <TextInput
            label={t('contacts.erase.type', { name: lastName })}
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" disabled={busy} onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" color="red" loading={busy} disabled={typed.trim() !== lastName.trim()}>
              {t('contacts.erase.yes')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
