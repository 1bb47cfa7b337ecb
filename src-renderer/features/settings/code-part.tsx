/** The recovery code in the settings: made where there is none, changed where it may have been seen. */
import { Button, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { showNote } from '#renderer/lib/notes.tsx';
import type { KeysState } from '#shared/contract/keys.ts';
import { CodeStep } from './code-step.tsx';

/** History state of whoever comes to the settings for a code. */
export const MAKE_CODE = { makeCode: true } as const;

export function CodePart({ keys, folder }: { keys: KeysState; folder: string }) {
  const { t } = useTranslation();
  const has = keys.ways.some(({ kind }) => kind === 'recoveryCode');
  const came = useRef(!has && (window.history.state as Partial<typeof MAKE_CODE> | null)?.makeCode === true);
  const [making, setMaking] = useState(came.current);
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (came.current) part.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <Stack gap="xs" ref={part}>
      <Title order={3} size="h4">
        {t('access.code.title')}
      </Title>
      <Text>{t(has ? 'access.code.changeText' : 'access.code.none')}</Text>
      {making ? (
        <CodeStep
          source={rpc.keys}
          folder={folder}
          onProved={({ retiredAt }) => {
            setMaking(false);
            showNote(t(retiredAt ? 'access.code.doneChanged' : 'access.code.done'));
          }}
          leave={
            <Button
              variant="subtle"
              onClick={() => {
                setMaking(false);
                void rpc.keys.discardCode({}).catch(() => undefined);
              }}
            >
              {t(has ? 'access.code.cancel' : 'access.code.later')}
            </Button>
          }
        />
      ) : (
        <Button
          variant={has ? 'default' : 'filled'}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setMaking(true)}
        >
          {t(has ? 'access.code.change' : 'access.code.make')}
        </Button>
      )}
    </Stack>
  );
}
