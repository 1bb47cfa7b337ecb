/** Ways in for files: chosen, taken with a camera, dropped, pasted. Each goes to the engine at once. */
import { Button, FileButton } from '@mantine/core';
import { IconCamera, IconPaperclip } from '@tabler/icons-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ATTACHMENT_LIMIT } from '#shared/domain/attachments/file-rules.ts';
import { type AttachmentPlace, type SentAttachment, sendAttachment } from '#renderer/lib/attachment-bytes.ts';
import { newId } from '#renderer/lib/client.ts';
import { say } from '#renderer/lib/i18n.ts';
import { showTrouble } from '#renderer/lib/notes.tsx';
import { sentenceFor } from '#renderer/lib/run.ts';

export interface RunningSend {
  id: string;
  name: string;
  /** 0 to 1. */
  part: number;
}

export interface Sending {
  readonly running: readonly RunningSend[];
  readonly isOver: boolean;
  take(files: readonly File[]): void;
  /** For the element on which files may be dropped. */
  readonly drop: {
    onDragOver(event: DragEvent): void;
    onDragLeave(event: DragEvent): void;
    onDrop(event: DragEvent): void;
  };
}

/** `onSent` is called for each file when its bytes are with the engine. */
export function useSending(place: AttachmentPlace, onSent: (sent: SentAttachment) => void): Sending {
  const [running, setRunning] = useState<readonly RunningSend[]>([]);
  const [isOver, setIsOver] = useState(false);
  const latest = useRef({ place, onSent });
  latest.current = { place, onSent };

  async function sendOne(file: File): Promise<void> {
    // Known before anything is sent; the engine refuses it all the same.
    if (file.size > ATTACHMENT_LIMIT) return showTrouble(tooLarge(file.name));
    const id = newId();
    setRunning((all) => [...all, { id, name: file.name, part: 0 }]);
    const told = (part: number) =>
      setRunning((all) => all.map((one) => (one.id === id ? { ...one, part } : one)));
    try {
      latest.current.onSent(await sendAttachment(id, latest.current.place, file, told));
    } catch (error) {
      const isUnreadable = error instanceof DOMException;
      showTrouble(isUnreadable ? say('attachments.unreadable', { name: file.name }) : sentenceFor(error));
    } finally {
      setRunning((all) => all.filter((one) => one.id !== id));
    }
  }
  const take = (files: readonly File[]) => {
    // One after another: a phone's card full of photos must not fill the memory.
    void files.reduce((before, file) => before.then(() => sendOne(file)), Promise.resolve());
  };
  usePastedFiles(take);
  const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');
  return {
    running,
    isOver,
    take,
    drop: {
      onDragOver(event) {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        event.dataTransfer.dropEffect = 'copy';
        setIsOver(true);
      },
      onDragLeave: () => setIsOver(false),
      onDrop(event) {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setIsOver(false);
        const items = [...event.dataTransfer.items].filter(({ kind }) => kind === 'file');
        const isFolder = (item: DataTransferItem) => item.webkitGetAsEntry()?.isDirectory === true;
        if (items.some(isFolder)) showTrouble(say('attachments.noFolders'));
        take(items.filter((item) => !isFolder(item)).flatMap((item) => item.getAsFile() ?? []));
      },
    },
  };
}

/** Places that take files from the clipboard; what was opened last is what one works in. */
const takers: object[] = [];

/** Wherever the focus is: a picture has no field that it could be pasted into. What is also text belongs to the field. */
function usePastedFiles(take: (files: readonly File[]) => void): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const me = {};
    takers.push(me);
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      const isText = event.clipboardData?.types.includes('text/plain');
      if (takers.at(-1) !== me || files.length === 0 || isText || event.defaultPrevented) return;
      event.preventDefault();
      latest.current(files.map(named));
    };
    document.addEventListener('paste', paste);
    return () => {
      takers.splice(takers.indexOf(me), 1);
      document.removeEventListener('paste', paste);
    };
  }, []);
}

export function AddFiles({ sending }: { sending: Sending }) {
  const { t } = useTranslation();
  return (
    <>
      <FileButton multiple onChange={sending.take}>
        {(props) => (
          <Button {...props} variant="subtle" size="compact-sm" leftSection={<IconPaperclip size={16} />}>
            {t('attachments.choose')}
          </Button>
        )}
      </FileButton>
      {hasCamera() && (
        <FileButton accept="image/*" capture="environment" onChange={(file) => file && sending.take([file])}>
          {(props) => (
            <Button {...props} variant="subtle" size="compact-sm" leftSection={<IconCamera size={16} />}>
              {t('attachments.photograph')}
            </Button>
          )}
        </FileButton>
      )}
    </>
  );
}

/** On a tablet the system's camera opens; with a mouse the same button would only choose a file once more. */
function hasCamera(): boolean {
  return window.matchMedia('(pointer: coarse)').matches;
}

/** A picture from the clipboard is called `image.png`, each of them. */
function named(file: File): File {
  if (file.name !== 'image.png') return file;
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  return new File([file], `${say('attachments.pastedName')} ${stamp}.png`, { type: file.type });
}

function tooLarge(name: string): string {
  return say('attachments.tooLarge', { name, limit: Math.round(ATTACHMENT_LIMIT / (1024 * 1024)) });
}
