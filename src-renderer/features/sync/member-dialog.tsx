/** An administrator changes what a member may see, or takes him out of the firm. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { useRun } from '#renderer/lib/run.ts';
import type { WireMember } from '#shared/sync/wire.ts';
import { AccessFields, type AccessValues } from './access-fields.tsx';
import { readTerritories } from './sync-words.ts';

interface MemberDialogProps {
  member: WireMember;
  isMe: boolean;
  onClose(): void;
}

export function MemberDialog({ member, isMe, onClose }: MemberDialogProps) {
  const { t } = useTranslation();
  const run = useRun();
  const [values, setValues] = useState<AccessValues>({
    role: member.role,
    team: member.team ?? '',
    territories: member.territories.join(', '),
  });
  const [busy, setBusy] = useState(false);

  async function change(patch: Omit<Parameters<typeof rpc.sync.changeMember>[0], 'member'>): Promise<void> {
    setBusy(true);
    const done = await run(rpc.sync.changeMember({ member: member.id, ...patch }), {
      done: 'sync.members.saved',
    });
    setBusy(false);
    if (done) onClose();
  }
  function save(event: FormEvent): void {
    event.preventDefault();
    const { role, team, territories } = values;
    void change({
      ...(isMe ? {} : { role }),
      team: team.trim() || null,
      territories: readTerritories(territories),
    });
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={member.name}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={save}>
        <Stack gap="sm">
          <AccessFields values={values} onChange={setValues} fixedRole={isMe} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('sync.members.save')}
            </Button>
          </Group>
          {!isMe && (
            <Group gap="xs" mt="xs">
              <Button
                variant="subtle"
                color="red"
                disabled={busy}
                onClick={() => void change({ removed: true })}
              >
                {t('sync.members.remove')}
              </Button>
              <Text size="sm" c="dimmed">
                {t('sync.members.removeHint')}
              </Text>
            </Group>
          )}
        </Stack>
      </form>
    </Modal>
  );
}
