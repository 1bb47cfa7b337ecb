/**
 * Photos, memos and files of a client, a meeting or a contract: what is there, the ways to add, and recordings that were
 * cut off. Files may be dropped on it and pictures pasted into it.
 */
import { Group, Loader, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentPlace } from '#renderer/lib/attachment-bytes.ts';
import { rpc } from '#renderer/lib/client.ts';
import { useLive } from '#renderer/lib/live.ts';
import { useRun } from '#renderer/lib/run.ts';
import { AddFiles, useSending } from '#renderer/pickers/add-files.tsx';
import { VoiceRecorder } from '#renderer/pickers/voice-recorder.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { AttachmentRow } from '#shared/contract/attachments.ts';
import { AttachmentList } from './attachment-list.tsx';
import classes from './attachments.module.css';
import { RecoveredMemos } from './recovered-memos.tsx';

export interface AttachmentsPanelProps {
  /** What is added belongs here. */
  place: AttachmentPlace;
  /** `h2` beside other sections of a desk, `h3` inside a page. */
  level?: 2 | 3;
}

export function AttachmentsPanel({ place, level = 2 }: AttachmentsPanelProps) {
  const { t } = useTranslation();
  const run = useRun();
  const list = useLive('attachments', 'list', scopeOf(place));
  const add = (id: string, duration: number | null) =>
    run(rpc.attachments.add({ ...place, id, duration }), { done: 'attachments.added', undoable: true });
  const sending = useSending(place, ({ id }) => void add(id, null));

  return (
    <section
      aria-label={t('attachments.title')}
      className={sending.isOver ? classes.over : classes.panel}
      {...sending.drop}
    >
      <div className={classes.head}>
        <Title order={level} className={classes.title}>
          {t('attachments.title')}
        </Title>
        <Group gap={2}>
          <AddFiles sending={sending} />
          <VoiceRecorder place={place} onRecorded={({ id, duration }) => void add(id, duration)} />
        </Group>
      </div>
      <RecoveredMemos place={place} />
      {sending.running.map(({ id, name, part }) => (
        <Group key={id} gap="xs" wrap="nowrap" role="status">
          <Loader size={14} />
          <Text size="sm" className={classes.name}>
            {t('attachments.sending', { name, part: Math.floor(part * 100) })}
          </Text>
        </Group>
      ))}
      {list.error && <Sentence error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && <Listed rows={list.data} isBusy={sending.running.length > 0} />}
    </section>
  );
}

/** What belongs to one entry of the timeline and its corrections; nothing when there is nothing. */
export function EntryAttachments({ interactions }: { interactions: readonly string[] }) {
  const list = useLive('attachments', 'list', { interactions: [...interactions] });
  if (!list.data || list.data.length === 0) return null;
  return <AttachmentList rows={list.data} compact />;
}

const FIRST = 12;

function Listed({ rows, isBusy }: { rows: AttachmentRow[]; isBusy: boolean }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  if (rows.length === 0) {
    if (isBusy) return null;
    return (
      <Text size="sm" c="dimmed">
        {t('attachments.none')}
      </Text>
    );
  }
  return (
    <AttachmentList
      rows={all ? rows : rows.slice(0, FIRST)}
      viewed={rows}
      more={
        all || rows.length <= FIRST ? undefined : { count: rows.length - FIRST, show: () => setAll(true) }
      }
    />
  );
}

function scopeOf({ client, meeting, contract, interaction }: AttachmentPlace) {
  if (meeting) return { meeting };
  if (contract) return { contract };
  return interaction ? { interactions: [interaction] } : { client };
}
