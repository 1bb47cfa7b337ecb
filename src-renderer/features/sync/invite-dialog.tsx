/** An administrator invites a colleague: the invitation is a text to be sent by any way, shown once. */
import { Button, CopyButton, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { useRun } from '#renderer/lib/run.ts';
import { AccessFields, type AccessValues } from './access-fields.tsx';
import { readTerritories } from './sync-words.ts';

export function InviteDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const run = useRun();
  const [email, setEmail] = useState('');
  const [values, setValues] = useState<AccessValues>({ role: 'rep', team: '', territories: '' });
  const [busy, setBusy] = useState(false);
  const [text, setText] = useState<string>();

  async function invite(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const made = await run(
      rpc.sync.invite({
        email: email.trim(),
        role: values.role,
        team: values.team.trim() || null,
        territories: readTerritories(values.territories),
      }),
    );
    setBusy(false);
    if (!made) return;
    const { server, invitation, expiresAt } = made;
    setText(
      t('sync.members.inviteText', {
        server,
        email: email.trim(),
        invitation,
        until: format.instant(expiresAt),
      }),
    );
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('sync.members.inviteTitle')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {text === undefined ? (
        <form onSubmit={(event) => void invite(event)}>
          <Stack gap="sm">
            <TextInput
              label={t('sync.signIn.email')}
              type="email"
              required
              withAsterisk={false}
              data-autofocus
              maxLength={254}
              autoComplete="off"
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <AccessFields values={values} onChange={setValues} />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <Button type="submit" loading={busy}>
                {t('sync.members.inviteMake')}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Stack gap="sm">
          <Text role="status">{t('sync.members.inviteReady')}</Text>
          <Textarea label={t('sync.members.inviteLabel')} value={text} readOnly autosize minRows={5} />
          <Group justify="flex-end">
            <CopyButton value={text}>
              {({ copied, copy }) => (
                <Button leftSection={<IconCopy size={16} aria-hidden />} onClick={copy}>
                  {t(copied ? 'sync.members.copied' : 'sync.members.copy')}
                </Button>
              )}
            </CopyButton>
            <Button variant="default" onClick={onClose}>
              {t('common.close')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
