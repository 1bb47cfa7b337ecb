/** A base that stays shut: what happened, what is kept, and the ways to open it. */
import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { runCommand } from '#renderer/lib/run.ts';
import type { GateState, ShutReason } from '#shared/contract/gate.ts';
import { EnterCode } from './enter-code.tsx';
import { GateBackups } from './gate-backups.tsx';
import { FirstCode } from './first-code.tsx';
import { GateSheet } from './gate-sheet.tsx';

export function Gate({ state }: { state: GateState & { shut: ShutReason } }) {
  return state.shut === 'codeFirst' ? (
    <FirstCode state={state} />
  ) : (
    <ShutBase state={state} reason={state.shut} />
  );
}

/** The code gives a key; where the file itself is the trouble, a key is of no use. */
const NOT_THE_KEY: readonly ShutReason[] = [
  'damaged',
  'baseMissing',
  'unreadable',
  'slotsMissing',
  'slotsDamaged',
];

function ShutBase({ state, reason }: { state: GateState; reason: Exclude<ShutReason, 'codeFirst'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { recoveryCode, file, folder } = state;
  const keyHelps = !NOT_THE_KEY.includes(reason);
  return (
    <GateSheet
      title={t(`access.gate.reasons.${reason}.title`)}
      lead={t(`access.gate.reasons.${reason}.text`, { file: file ?? folder })}
      folder={folder}
    >
      <Text>{t(keyHelps ? 'access.gate.kept' : 'access.gate.left')}</Text>
      {keyHelps && recoveryCode && (
        <Stack gap="xs">
          <Text>{t('access.gate.codeSince', { day: format.instant(recoveryCode.createdAt) })}</Text>
          <EnterCode />
        </Stack>
      )}
      <Stack gap="xs">
        {keyHelps && !recoveryCode && <Text>{t('access.gate.noCode')}</Text>}
        <Text>{t(`access.gate.reasons.${reason}.todo`)}</Text>
        <TryAgain />
      </Stack>
      <GateBackups damaged={reason === 'damaged'} />
    </GateSheet>
  );
}

function TryAgain() {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  return (
    <Button
      variant="default"
      loading={busy}
      style={{ alignSelf: 'flex-start' }}
      onClick={() => {
        setBusy(true);
        void runCommand(rpc.gate.tryAgain({})).finally(() => setBusy(false));
      }}
    >
      {t('common.tryAgain')}
    </Button>
  );
}
