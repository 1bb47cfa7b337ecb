/** One picture as large as the window allows; arrows, Home and End go through the others, Escape closes. */
import { ActionIcon, Group, Loader, Modal, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAttachmentUrl } from '#renderer/lib/attachment-bytes.ts';
import { fileSize } from '#renderer/lib/file-size.ts';
import { useFormat } from '#renderer/lib/format.ts';
import type { AttachmentRow } from '#shared/contract/attachments.ts';
import classes from './attachments.module.css';

interface PhotoViewerProps {
  rows: readonly AttachmentRow[];
  open: string;
  onOpen(id: string): void;
  onClose(): void;
}

export function PhotoViewer({ rows, open, onOpen, onClose }: PhotoViewerProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const index = Math.max(
    0,
    rows.findIndex(({ id }) => id === open),
  );
  const row = rows[index];
  const { url, error } = useAttachmentUrl(row?.id ?? '', 'show', row !== undefined);
  const go = (to: number) => {
    const next = rows[Math.min(rows.length - 1, Math.max(0, to))];
    if (next) onOpen(next.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  if (!row) return null;
  return (
    <Modal
      opened
      onClose={onClose}
      fullScreen
      title={t('attachments.viewed', { name: row.name, at: index + 1, of: rows.length })}
      onKeyDown={onKeyDown}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={classes.viewer}>
        {url && <img src={url} alt={row.caption ?? row.name} className={classes.viewed} />}
        {!url && error === null && <Loader />}
        {error !== null && <Text>{t('attachments.noPreview')}</Text>}
      </div>
      <Group justify="space-between" wrap="nowrap">
        <ActionIcon
          variant="default"
          size="lg"
          disabled={index === 0}
          aria-label={t('attachments.previous')}
          onClick={() => go(index - 1)}
        >
          <IconChevronLeft size={20} />
        </ActionIcon>
        <Text size="sm" ta="center">
          {[row.caption, format.instant(row.takenAt), row.createdByName, fileSize(row.size, i18n.language)]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <ActionIcon
          variant="default"
          size="lg"
          disabled={index === rows.length - 1}
          aria-label={t('attachments.next')}
          onClick={() => go(index + 1)}
        >
          <IconChevronRight size={20} />
        </ActionIcon>
      </Group>
    </Modal>
  );
}
