/** Records a voice memo: one button begins it, the time and the level show that it is heard, one button ends it. */
import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconMicrophone, IconPlayerStopFilled, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import type { AttachmentPlace } from '#renderer/lib/attachment-bytes.ts';
import { newId } from '#renderer/lib/client.ts';
import { clockTime } from '#renderer/lib/file-size.ts';
import { showTrouble } from '#renderer/lib/notes.tsx';
import { recordVoice, type VoiceRecording } from '#renderer/lib/record-voice.ts';
import { sentenceFor } from '#renderer/lib/run.ts';
import classes from './attachments-input.module.css';

export interface RecordedMemo {
  /** Of the attachment to be; its bytes wait with the engine (`attachments.add`, or the step `attach`). */
  id: string;
  /** Milliseconds. */
  duration: number;
  name: string;
}

export interface VoiceRecorderProps {
  place: AttachmentPlace;
  /** Told when it begins, so that a draft can name the memo before anything can be lost. */
  onBegin?: (id: string) => void;
  onRecorded(memo: RecordedMemo): void;
  onCancelled?: (id: string) => void;
}

export function VoiceRecorder({ place, onBegin, onRecorded, onCancelled }: VoiceRecorderProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [recording, setRecording] = useState<VoiceRecording | null>(null);
  const [busy, setBusy] = useState(false);
  const live = useRef<VoiceRecording | null>(null);
  // A screen that is left ends the recording and keeps it: it is offered again where it was made.
  useEffect(() => () => void live.current?.stop().catch(() => {}), []);

  const take = (next: VoiceRecording | null) => {
    live.current = next;
    setRecording(next);
  };

  async function start() {
    setBusy(true);
    const id = newId();
    const name = (ending: string) =>
      `${t('attachments.memoName', { when: format.instant(Date.now()) })}.${ending}`;
    try {
      take(await recordVoice(id, place, name, (error) => showTrouble(sentenceFor(error))));
      onBegin?.(id);
    } catch (error) {
      showTrouble(error instanceof DOMException ? t(microphoneTrouble(error)) : sentenceFor(error));
    } finally {
      setBusy(false);
    }
  }

  async function stop() {
    if (!recording) return;
    setBusy(true);
    try {
      const memo = await recording.stop();
      take(null);
      onRecorded(memo);
    } catch (error) {
      take(null);
      showTrouble(sentenceFor(error));
    } finally {
      setBusy(false);
    }
  }

  async function cancel() {
    if (!recording) return;
    const { id } = recording;
    take(null);
    onCancelled?.(id);
    await recording.cancel().catch((error: unknown) => showTrouble(sentenceFor(error)));
  }

  if (!recording) {
    return (
      <Button
        variant="subtle"
        size="compact-sm"
        loading={busy}
        leftSection={<IconMicrophone size={16} />}
        onClick={() => void start()}
      >
        {t('attachments.record')}
      </Button>
    );
  }
  return (
    <Group gap="xs" wrap="nowrap" role="group" aria-label={t('attachments.recording')}>
      <Level recording={recording} />
      <Button
        size="compact-sm"
        color="red"
        loading={busy}
        leftSection={<IconPlayerStopFilled size={16} />}
        onClick={() => void stop()}
      >
        {t('attachments.recordStop')}
      </Button>
      <Tooltip label={t('attachments.recordCancel')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={busy}
          aria-label={t('attachments.recordCancel')}
          onClick={() => void cancel()}
        >
          <IconX size={16} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}

function Level({ recording }: { recording: VoiceRecording }) {
  const bar = useRef<HTMLSpanElement>(null);
  const [time, setTime] = useState('0:00');
  useEffect(() => {
    let frame = 0;
    const draw = () => {
      if (bar.current) bar.current.style.transform = `scaleX(${recording.level().toFixed(3)})`;
      setTime(clockTime(recording.elapsed()));
      frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [recording]);
  return (
    <>
      <span className={classes.level} aria-hidden>
        <span ref={bar} className={classes.levelBar} />
      </span>
      <Text span size="sm" className={classes.clock} role="timer">
        {time}
      </Text>
    </>
  );
}

function microphoneTrouble({ name }: DOMException) {
  return name === 'NotAllowedError' ? 'attachments.microphoneDenied' : 'attachments.microphoneNone';
}
