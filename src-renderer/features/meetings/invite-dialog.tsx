/** The invitation to one meeting as a file: who is invited is said before it is saved. */
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { useLive } from '#renderer/lib/live.ts';
import { usePreferences } from '#renderer/lib/preferences.ts';
import { useRun } from '#renderer/lib/run.ts';
import { saveCalendar } from './calendar-give.tsx';

interface InviteDialogProps {
  meeting: string;
  opened: boolean;
  onClose(): void;
}

export function InviteDialog({ meeting, opened, onClose }: InviteDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('calendar.invite.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Invitation meeting={meeting} onClose={onClose} />
    </Modal>
  );
}

function Invitation({ meeting, onClose }: { meeting: string; onClose(): void }) {
  const { t } = useTranslation();
  const run = useRun();
  const { preferences, change } = usePreferences();
  const [typed, setTyped] = useState<string>();
  const from = (typed ?? preferences?.email ?? '').trim();
  const isWrong = from !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(from);
  const asked = { id: meeting, from: from === '' || isWrong ? null : from };
  const found = useLive('calendar', 'invite', asked, { keepPrevious: true }).data;

  async function save(): Promise<void> {
    // What is shown may still be the answer to what stood here a moment ago.
    const made = await run(rpc.calendar.invite(asked));
    if (!made) return;
    if (from !== '' && from !== preferences?.email) change({ email: from });
    saveCalendar(made.text, `${t('calendar.invite.file')}.ics`);
    onClose();
  }

  return (
    <Stack gap="sm">
      <Text>{t('calendar.invite.text')}</Text>
      <TextInput
        type="email"
        label={t('calendar.invite.from')}
        description={t('calendar.invite.fromHint')}
        error={isWrong && t('calendar.invite.wrong')}
        value={typed ?? preferences?.email ?? ''}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {found && (
        <div role="status">
          <Text size="sm">
            {found.invited.length > 0
              ? t('calendar.invite.to', { names: found.invited.join(', ') })
              : t('calendar.invite.nobody')}
          </Text>
          {found.without.length > 0 && (
            <Text size="sm" c="dimmed">
              {t('calendar.invite.without', { names: found.without.join(', ') })}
            </Text>
          )}
        </div>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button disabled={isWrong || !found} onClick={() => void save()}>
          {t('calendar.invite.save')}
        </Button>
      </Group>
    </Stack>
  );
}
