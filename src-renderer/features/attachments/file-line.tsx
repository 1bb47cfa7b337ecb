/** A file as a line: its name, size, and what may be done with it. */
import { Text } from '@mantine/core';
import { IconFile, IconFileTypePdf } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fileSize } from '#renderer/lib/file-size.ts';
import { useFormat } from '#renderer/lib/format.ts';
import type { AttachmentRow } from '#shared/contract/attachments.ts';
import { AttachmentMenu } from './attachment-menu.tsx';
import { AttachmentState } from './attachment-state.tsx';
import classes from './attachments.module.css';

export function FileLine({ row }: { row: AttachmentRow }) {
  const { i18n } = useTranslation();
  const format = useFormat();
  const Icon = row.mediaType === 'application/pdf' ? IconFileTypePdf : IconFile;
  return (
    <div className={classes.line}>
      <Icon size={20} stroke={1.5} aria-hidden className={classes.fileIcon} />
      <div className={classes.lineBody}>
        <Text size="sm" className={classes.name}>
          {row.name}
        </Text>
        {row.caption && <Text size="sm">{row.caption}</Text>}
        <Text size="xs" c="dimmed">
          {[fileSize(row.size, i18n.language), format.instant(row.takenAt)].join(' · ')}
        </Text>
        <AttachmentState row={row} />
      </div>
      <AttachmentMenu row={row} />
    </div>
  );
}
