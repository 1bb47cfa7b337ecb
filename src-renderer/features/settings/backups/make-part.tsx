/** The last backup and the next one, and making one now. */
import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { showNote, showTrouble } from '#renderer/lib/notes.tsx';
import { sentenceFor } from '#renderer/lib/run.ts';
import type { BackupState, MakePhase } from '#shared/contract/backups.ts';

interface Work {
  phase: MakePhase;
  part: number | null;
}

export function MakePart({ state }: { state: BackupState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [work, setWork] = useState<Work>();
  const stop = useRef<AbortController>(undefined);

  async function make(): Promise<void> {
    const mine = (stop.current = new AbortController());
    setWork({ phase: 'copying', part: null });
    try {
      for await (const event of await rpc.backups.make({}, { signal: mine.signal })) {
        if (event.type === 'progress') setWork({ phase: event.phase, part: event.part });
        else showNote(t('backups.made'));
      }
    } catch (error) {
      if (!mine.signal.aborted) showTrouble(sentenceFor(error));
    }
    setWork(undefined);
  }

  const { lastAt, nextAt, problem } = state;
  return (
    <Stack gap="xs">
      <Text>
        {lastAt === null ? t('backups.none') : t('backups.last', { when: format.relative(lastAt) })}
      </Text>
      {(lastAt !== null || nextAt !== null) && (
        <Text c="dimmed">{nextAt === null ? t('backups.upToDate') : nextText(nextAt)}</Text>
      )}
      {problem && (
        <Text c="var(--v-late)" role="alert">
          {t('backups.banner.failed', { reason: t(`backups.problems.${problem}`) })}
        </Text>
      )}
      {work ? (
        <Stack gap={4} aria-live="polite">
          <Text size="sm">{t(`backups.making.${work.phase}`)}</Text>
          <Group gap="sm" wrap="nowrap">
            <Progress
              style={{ flex: 1 }}
              value={work.part === null ? 100 : work.part * 100}
              animated={work.part === null}
              aria-label={t(`backups.making.${work.phase}`)}
            />
            <Button size="compact-sm" variant="default" onClick={() => stop.current?.abort()}>
              {t('backups.stop')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <Button style={{ alignSelf: 'flex-start' }} disabled={state.running} onClick={() => void make()}>
          {t('backups.make')}
        </Button>
      )}
    </Stack>
  );

  function nextText(at: number): string {
    const soon = at - Date.now() < 60_000;
    return soon ? t('backups.nextNow') : t('backups.next', { when: format.relative(at) });
  }
}
