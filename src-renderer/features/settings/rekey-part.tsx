/** A new data key for the whole file: what it takes away is said before it starts. */
import { Button, Group, List, Loader, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { showNote } from '#renderer/lib/notes.tsx';
import { runCommand } from '#renderer/lib/run.ts';
import type { KeysState } from '#shared/contract/keys.ts';
import { readCode } from '#shared/domain/keys/recovery-code.ts';
import { CodeField } from './code-field.tsx';

export function RekeyPart({ keys }: { keys: KeysState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  return (
    <Stack gap="xs">
      <Title order={3} size="h4">
        {t('access.rekey.title')}
      </Title>
      <Text>{t('access.rekey.text')}</Text>
      {keys.rekeyedAt !== null && (
        <Text c="dimmed">{t('access.rekey.last', { day: format.instant(keys.rekeyedAt) })}</Text>
      )}
      {asking ? (
        <RekeyForm keys={keys} onEnd={() => setAsking(false)} />
      ) : (
        <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setAsking(true)}>
          {t('access.rekey.open')}
        </Button>
      )}
    </Stack>
  );
}

function RekeyForm({ keys, onEnd }: { keys: KeysState; onEnd(): void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const hasCode = keys.ways.some(({ kind }) => kind === 'recoveryCode');
  const elsewhere = keys.ways.some(({ kind, here }) => kind !== 'recoveryCode' && !here);
  const typed = code.trim() !== '';
  const whole = readCode(code).is === 'whole';

  async function start(): Promise<void> {
    setBusy(true);
    const done = await runCommand(rpc.keys.rekey({ code: typed ? code : null }));
    setBusy(false);
    if (!done) return;
    const lost = done.dropped.includes('recoveryCode');
    showNote(t(lost ? 'access.rekey.doneNoCode' : 'access.rekey.done'));
    onEnd();
  }

  if (busy) {
    return (
      <Group gap="sm" role="status">
        <Loader size="sm" />
        <Text>{t('access.rekey.running')}</Text>
      </Group>
    );
  }
  return (
    <Stack gap="sm">
      {hasCode && (
        <CodeField
          label={t('access.rekey.code')}
          description={t('access.rekey.codeHint')}
          value={code}
          onChange={setCode}
        />
      )}
      {((hasCode && !typed) || elsewhere || keys.unknown > 0) && (
        <List spacing={4}>
          {hasCode && !typed && <List.Item>{t('access.rekey.dropsCode')}</List.Item>}
          {keys.unknown > 0 && <List.Item>{t('access.rekey.dropsUnknown')}</List.Item>}
          {elsewhere && <List.Item>{t('access.rekey.dropsElsewhere')}</List.Item>}
        </List>
      )}
      <Group gap="xs">
        <Button disabled={typed && !whole} onClick={() => void start()}>
          {t('access.rekey.start')}
        </Button>
        <Button variant="default" onClick={onEnd}>
          {t('common.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
