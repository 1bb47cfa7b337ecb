/**
 * A file dropped anywhere in the window. Without this the browser would open the file in place of the program, so
 * where no file is wanted the drop is only swallowed.
 */
import { Overlay, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './exchange.module.css';

interface WindowDropProps {
  onFile?: (file: File) => void;
  onRefuse?: (reason: 'oneOnly' | 'notFile') => void;
}

export function WindowDrop({ onFile, onRefuse }: WindowDropProps) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const latest = useRef({ onFile, onRefuse });
  latest.current = { onFile, onRefuse };
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = latest.current.onFile ? 'copy' : 'none';
      setOver(latest.current.onFile !== undefined);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const dropped = [...(event.dataTransfer?.items ?? [])].filter((item) => item.kind === 'file');
      const [item] = dropped;
      const file = item?.getAsFile();
      if (dropped.length > 1) latest.current.onRefuse?.('oneOnly');
      else if (!file || item?.webkitGetAsEntry()?.isDirectory) latest.current.onRefuse?.('notFile');
      else latest.current.onFile?.(file);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
  if (!over) return null;
  return (
    <Overlay fixed backgroundOpacity={0} zIndex={400} className={styles.dropOverlay}>
      <IconFileImport size={48} stroke={1.5} aria-hidden />
      <Text size="lg">{t('exchange.file.dropHere')}</Text>
    </Overlay>
  );
}
