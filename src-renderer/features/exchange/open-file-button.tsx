/** Shows a finished file in the system's own program; only the desktop can. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { desktop } from '#renderer/lib/desktop.ts';
import { showTrouble } from '#renderer/lib/notes.tsx';

export function OpenFileButton({ name, file }: { name: string; file: Blob }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  if (!desktop) return null;
  const { openFile } = desktop;
  const open = async () => {
    setBusy(true);
    try {
      const result = await openFile(name, new Uint8Array(await file.arrayBuffer()));
      if (result !== 'opened') showTrouble(t('inDesktop.openFailed'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="default" size="compact-sm" loading={busy} onClick={() => void open()}>
      {t('inDesktop.open')}
    </Button>
  );
}
