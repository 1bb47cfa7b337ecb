/** The recovery code after the questions of the first start; it may be put off, and a band then reminds of it. */
import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CodeStep } from '#renderer/features/settings/code-step.tsx';
import { rpc } from '#renderer/lib/client.ts';
import { showNote } from '#renderer/lib/notes.tsx';
import { GateSheet } from './gate-sheet.tsx';

interface StartCodeProps {
  folder: string;
  onEnd(): void;
}

export function StartCode({ folder, onEnd }: StartCodeProps) {
  const { t } = useTranslation();
  return (
    <GateSheet title={t('access.code.title')} lead={t('access.code.why')} folder={folder} languages={false}>
      <CodeStep
        source={rpc.keys}
        folder={folder}
        onProved={() => {
          showNote(t('access.code.done'));
          onEnd();
        }}
        leave={
          <Button variant="subtle" onClick={onEnd}>
            {t('access.code.later')}
          </Button>
        }
      />
      <Text size="sm" c="dimmed">
        {t('access.code.laterHint')}
      </Text>
    </GateSheet>
  );
}
