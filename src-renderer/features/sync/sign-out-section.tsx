/** Leaving the firm on this device: what happens to the data is said first, and unsent work goes into a file. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useFormat } from '#renderer/lib/format.ts';
import { useLive } from '#renderer/lib/live.ts';
import { showNote } from '#renderer/lib/notes.tsx';
import { sentenceFor } from '#renderer/lib/problems.ts';
import { Plural } from '#renderer/ui/plural.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { signOut } from './sign-out.ts';
import { type ConnectedState, filesWords } from './sync-words.ts';

export function SignOutSection({ state }: { state: ConnectedState }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <Section title={t('sync.signOut.title')}>
      <Text>{t('sync.signOut.text')}</Text>
      <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setAsking(true)}>
        {t('sync.signOut.open')}
      </Button>
      {asking && <SignOutDialog state={state} onClose={() => setAsking(false)} />}
    </Section>
  );
}

function SignOutDialog({ state, onClose }: { state: ConnectedState; onClose(): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [, go] = useLocation();
  const slots = useLive('settings', 'get', {}).data?.profile.keySlots ?? [];
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const changes = state.unsent + state.rejected > 0;
  const unsent = changes || state.unsentFiles.count > 0;
  const nothing = unsent ? null : t('sync.signOut.allSent');
  const noCode = unsent && !slots.includes('recoveryCode');

  async function leave(): Promise<void> {
    setBusy(true);
    setTrouble(undefined);
    try {
      const file = await signOut(unsent);
      showNote(t(file ? 'sync.signOut.doneFile' : 'sync.signOut.done'));
      onClose();
    } catch (error) {
      setTrouble(sentenceFor(error));
      setBusy(false);
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('sync.signOut.ask', { name: state.connection.workspace.name })}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="sm">
        <Text>{t('sync.signOut.text')}</Text>
        <Text fw={500}>
          {state.unsent > 0 ? (
            <Plural of="sync.signOut.unsent" count={state.unsent} />
          ) : changes ? (
            t('sync.signOut.setAside')
          ) : (
            nothing
          )}
        </Text>
        {state.unsentFiles.count > 0 && (
          <Text>{filesWords('sync.signOut.files', state.unsentFiles, format)}</Text>
        )}
        {state.unsent + state.unsentFiles.count > 0 && <Text>{t('sync.signOut.better')}</Text>}
        {noCode && <Text role="alert">{t('sync.signOut.noCode')}</Text>}
        {trouble && <Sentence error={trouble} />}
        <Group justify="flex-end">
          <Button variant="default" disabled={busy} onClick={onClose}>
            {t('common.cancel')}
          </Button>
          {noCode ? (
            <Button onClick={() => go('/settings')}>{t('sync.signOut.toCode')}</Button>
          ) : (
            <Button loading={busy} onClick={() => void leave()}>
              {t(unsent ? 'sync.signOut.withFile' : 'sync.signOut.yes')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
