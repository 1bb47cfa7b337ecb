/**
 * Photos, files and a memo for something that is being written: chosen, dropped, pasted, taken or spoken. Their bytes go
 * to the engine at once and wait there, also over a restart; the draft of the form keeps the list, and the form's command
 * attaches them by their ids (`attach` in src-main/features/attachments/steps.ts).
 */
import { ActionIcon, Group, Loader, Text, Tooltip } from '@mantine/core';
import { IconFile, IconMicrophone, IconPhoto, IconX } from '@tabler/icons-react';
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
  /** Of a memo, in milliseconds. */
  duration: number | null;
}

export interface AttachmentsInputProps {
  place: AttachmentPlace;
  value: readonly PendingAttachment[];
  onChange(change: (before: readonly PendingAttachment[]) => PendingAttachment[]): void;
}

const ICONS = { photo: IconPhoto, memo: IconMicrophone, file: IconFile };

export function AttachmentsInput({ place, value, onChange }: AttachmentsInputProps) {
  const { t } = useTranslation();
  const sending = useSending(place, ({ id, name, kind }) =>
    onChange((before) => [...before, { id, name, kind, duration: null }]),
  );
  const remove = (id: string) => {
    onChange((before) => before.filter((one) => one.id !== id));
    rpc.attachments.discard({ id }).catch(() => {});
  };
  return (
    <div className={classes.input} onPaste={sending.onPaste} {...sending.drop}>
      <Group gap={4}>
        <AddFiles sending={sending} />
        <VoiceRecorder
          place={place}
          onRecorded={({ id, name, duration }) =>
            onChange((before) => [...before, { id, name, kind: 'memo', duration }])
          }
        />
      </Group>
      {(value.length > 0 || sending.running.length > 0) && (
        <ul className={classes.chips} aria-label={t('attachments.pending')}>
          {value.map(({ id, name, kind, duration }) => {
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
