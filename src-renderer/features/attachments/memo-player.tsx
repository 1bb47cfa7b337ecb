/** A voice memo: play, stop, and a slider to go to any second. The sound is read when it is asked for. */
import { ActionIcon, Group, Slider, Text } from '@mantine/core';
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAttachmentUrl } from '#renderer/lib/attachment-bytes.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { clockTime } from '#renderer/lib/file-size.ts';
import { sentenceFor } from '#renderer/lib/run.ts';
import type { AttachmentRow } from '#shared/contract/attachments.ts';
import classes from './attachments.module.css';
import { isHere } from './is-here.ts';

export function MemoPlayer({ row }: { row: AttachmentRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asked, setAsked] = useState(false);
  const { url, error } = useAttachmentUrl(row.id, 'play', asked && isHere(row));
  const sound = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  // A recording that was made here says its length in the record only: its file ends where it was cut.
  const [length, setLength] = useState((row.duration ?? 0) / 1000);

  useEffect(() => {
    if (url) void sound.current?.play().catch(() => setPlaying(false));
  }, [url]);

  const toggle = () => {
    const { current } = sound;
    if (!current || !url) return setAsked(true);
    if (current.paused) void current.play().catch(() => setPlaying(false));
    else current.pause();
  };
  return (
    <Group gap="xs" wrap="nowrap" role="group" aria-label={row.name}>
      <ActionIcon
        variant="light"
        radius="xl"
        disabled={!isHere(row)}
        aria-label={playing ? t('attachments.pause') : t('attachments.play', { name: row.name })}
        onClick={toggle}
      >
        {playing ? <IconPlayerPauseFilled size={16} /> : <IconPlayerPlayFilled size={16} />}
      </ActionIcon>
      <div className={classes.memo}>
        <Slider
          size="sm"
          min={0}
          max={Math.max(length, at, 1)}
          step={1}
          value={at}
          disabled={!url}
          label={(value) => clockTime(value * 1000)}
          thumbLabel={t('attachments.position')}
          onChange={(value) => {
            setAt(value);
            if (sound.current) sound.current.currentTime = value;
          }}
        />
        <Text size="xs" c="dimmed" className={classes.memoFacts}>
          <span>
            {clockTime(at * 1000)}
            {length > 0 && ` / ${clockTime(length * 1000)}`}
          </span>
          <span>{format.instant(row.takenAt)}</span>
        </Text>
        {error !== null && (
          <Text size="xs" c="var(--v-late)" role="alert">
            {sentenceFor(error)}
          </Text>
        )}
      </div>
      {url && (
        <audio
          ref={sound}
          src={url}
          preload="auto"
          onPlay={() => setPlaying(true)}
          onPause={() => setPlaying(false)}
          onEnded={() => {
            setPlaying(false);
            setAt(0);
          }}
          onTimeUpdate={({ currentTarget }) => setAt(currentTarget.currentTime)}
          onDurationChange={({ currentTarget: { duration } }) => {
            if (Number.isFinite(duration)) setLength(duration);
          }}
        >
          <track kind="captions" />
        </audio>
      )}
    </Group>
  );
}
