/** Attachments as a grid of pictures, memos with a player, and lines of files; a picture opens the viewer. */
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentRow } from '#shared/contract/attachments.ts';
import { AttachmentMenu } from './attachment-menu.tsx';
import { AttachmentState } from './attachment-state.tsx';
import classes from './attachments.module.css';
import { FileLine } from './file-line.tsx';
import { isHere } from './is-here.ts';
import { MemoPlayer } from './memo-player.tsx';
import { PhotoTile } from './photo-tile.tsx';
import { PhotoViewer } from './photo-viewer.tsx';

export interface AttachmentListProps {
  rows: readonly AttachmentRow[];
  /** What the viewer goes through; `rows` when it is not given. */
  viewed?: readonly AttachmentRow[];
  /** Smaller pictures, for an entry of the timeline. */
  compact?: boolean;
  more?: { count: number; show(): void } | undefined;
}

export function AttachmentList({ rows, viewed = rows, compact = false, more }: AttachmentListProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string | null>(null);
  const photos = rows.filter(({ kind }) => kind === 'photo');
  const shown = viewed.filter((row) => row.kind === 'photo' && isHere(row));
  return (
    <div className={classes.list}>
      {photos.length > 0 && (
        <ul className={compact ? classes.gridSmall : classes.grid} aria-label={t('attachments.photos')}>
          {photos.map((row) => (
            <li key={row.id} className={classes.tile}>
              <PhotoTile row={row} onOpen={() => setOpen(row.id)} />
              <AttachmentMenu row={row} className={classes.tileMenu} />
            </li>
          ))}
        </ul>
      )}
      {rows
        .filter(({ kind }) => kind === 'memo')
        .map((row) => (
          <div key={row.id} className={classes.line}>
            <div className={classes.lineBody}>
              <MemoPlayer row={row} />
              {row.caption && <Text size="sm">{row.caption}</Text>}
              <AttachmentState row={row} />
            </div>
            <AttachmentMenu row={row} />
          </div>
        ))}
      {rows
        .filter(({ kind }) => kind === 'file')
        .map((row) => (
          <FileLine key={row.id} row={row} />
        ))}
      {more && (
        <Button variant="subtle" size="compact-sm" onClick={more.show}>
          {t('attachments.more', { count: more.count })}
        </Button>
      )}
      {open !== null && (
        <PhotoViewer rows={shown} open={open} onOpen={setOpen} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}
