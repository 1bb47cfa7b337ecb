/**
 * Photos, files and a memo for something that is being written: chosen, dropped, pasted, taken or spoken. Their bytes go
 * to the engine at once and wait there, also over a restart; the draft of the form keeps the list, and the form's command
 * attaches them by their ids (`attach` in src-main/features/attachments/steps.ts).
 */
import { ActionIcon, Group, Loader, Text, Tooltip } from '@mantine/core';
import { IconFile, IconMicrophone, IconPhoto, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentPlace } from '#renderer/lib/attachment-bytes.ts';
import { rpc } from '#renderer/lib/client.ts';
import { clockTime } from '#renderer/lib/file-size.ts';
import { AddFiles, useSending } from './add-files.tsx';
import classes from './attachments-input.module.css';
import { VoiceRecorder } from './voice-recorder.tsx';

/** One of them, as a draft keeps it. */
export interface PendingAttachment {
  id: string;
  name: string;
  kind: 'photo' | 'memo' | 'file';
  /** Of a memo, in milliseconds; null of one whose recording did not come to its end. */
  duration: number | null;
}

export interface AttachmentsInputProps {
  place: AttachmentPlace;
  value: readonly PendingAttachment[];
  onChange(change: (before: readonly PendingAttachment[]) => PendingAttachment[]): void;
  /** Something is still on its way to the engine, or being recorded. */
  onBusy?: (isBusy: boolean) => void;
}

const ICONS = { photo: IconPhoto, memo: IconMicrophone, file: IconFile };

export function AttachmentsInput({ place, value, onChange, onBusy }: AttachmentsInputProps) {
  const { t } = useTranslation();
  const sending = useSending(place, ({ id, name, kind }) =>
    onChange((before) => [...before, { id, name, kind, duration: null }]),
  );
  const [recording, setRecording] = useState<string | null>(null);
  const isBusy = recording !== null || sending.running.length > 0;
  useEffect(() => onBusy?.(isBusy), [onBusy, isBusy]);
  const forget = (id: string) => onChange((before) => before.filter((one) => one.id !== id));
  const remove = (id: string) => {
    forget(id);
    rpc.attachments.discard({ id }).catch(() => {});
  };
  // The draft names a memo from its first second: one that is cut off is still there when the draft comes back.
  const keepMemo = (id: string, name: string, duration: number | null) =>
    onChange((before) => [...before.filter((one) => one.id !== id), { id, name, kind: 'memo', duration }]);
  const listed = value.filter(({ id }) => id !== recording);
  return (
    <div className={classes.input} {...sending.drop}>
      <Group gap={4}>
        <AddFiles sending={sending} />
        <VoiceRecorder
          place={place}
          onBegin={(id) => {
            setRecording(id);
            keepMemo(id, t('attachments.cutOff'), null);
          }}
          onRecorded={({ id, name, duration }) => {
            setRecording(null);
            keepMemo(id, name, duration);
          }}
          onCancelled={(id) => {
            setRecording(null);
            forget(id);
          }}
        />
      </Group>
      {(listed.length > 0 || sending.running.length > 0) && (
        <ul className={classes.chips} aria-label={t('attachments.pending')}>
          {listed.map(({ id, name, kind, duration }) => {
            const Icon = ICONS[kind];
            return (
              <li key={id} className={classes.chip}>
                <Icon size={16} stroke={1.6} aria-hidden />
                <Text span size="sm" className={classes.chipName}>
                  {name}
                </Text>
                {duration !== null && (
                  <Text span size="sm" c="dimmed">
                    {clockTime(duration)}
                  </Text>
                )}
                <Tooltip label={t('attachments.takeOut')}>
                  <ActionIcon
                    size="sm"
                    variant="subtle"
                    color="gray"
                    aria-label={t('attachments.takeOutNamed', { name })}
                    onClick={() => remove(id)}
                  >
                    <IconX size={14} />
                  </ActionIcon>
                </Tooltip>
              </li>
            );
          })}
          {sending.running.map(({ id, name, part }) => (
            <li key={id} className={classes.chip}>
              <Loader size={14} />
              <Text span size="sm" className={classes.chipName}>
                {name}
              </Text>
              <Text span size="sm" c="dimmed">
                {Math.floor(part * 100)} %
              </Text>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
