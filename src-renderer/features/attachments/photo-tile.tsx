/** One picture of the grid, small. It is read only once it comes into view. */
import { IconPhoto } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAttachmentUrl } from '#renderer/lib/attachment-bytes.ts';
import type { AttachmentRow } from '#shared/contract/attachments.ts';
import { AttachmentState } from './attachment-state.tsx';
import classes from './attachments.module.css';
import { isHere } from './is-here.ts';

const PREVIEWED = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif']);

export function PhotoTile({ row, onOpen }: { row: AttachmentRow; onOpen(): void }) {
  const { t } = useTranslation();
  const place = useRef<HTMLButtonElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const watching = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    if (place.current) watching.observe(place.current);
    return () => watching.disconnect();
  }, []);
  const here = isHere(row);
  const { url, error } = useAttachmentUrl(row.id, 'show', seen && here && PREVIEWED.has(row.mediaType));
  const name = row.caption ?? row.name;
  return (
    <>
      <button
        ref={place}
        type="button"
        className={classes.photo}
        disabled={!here}
        aria-label={t('attachments.openPhoto', { name })}
        title={name}
        onClick={onOpen}
      >
        {url ? (
          <img src={url} alt={name} className={classes.image} loading="lazy" decoding="async" />
        ) : (
          <span className={classes.noImage}>
            <IconPhoto size={24} stroke={1.4} aria-hidden />
            <span className={classes.noImageName}>{error ? t('attachments.noPreview') : row.name}</span>
          </span>
        )}
      </button>
      <AttachmentState row={row} />
    </>
  );
}
