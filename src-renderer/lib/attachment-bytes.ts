/** Bytes of attachments between this window and the engine: sent in slices, read in slices, kept while they are shown. */
import { ORPCError } from '@orpc/client';
import { useEffect, useState } from 'react';
import { ATTACHMENT_SLICE } from '#shared/contract/attachments.ts';
import { rpc } from './client.ts';
import { ConnectionLost } from './connection.ts';
import { queryClient } from './live.ts';

/** To what an attachment is going to belong. */
export interface AttachmentPlace {
  client: string;
  interaction?: string | null;
  meeting?: string | null;
  contract?: string | null;
}

export type SentAttachment = Awaited<ReturnType<typeof rpc.attachments.finish>> & {
  id: string;
  name: string;
};

const ATTEMPTS = 4;

/** Repeated when the line fell: a slice that is here already is passed over. */
export async function again<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof ConnectionLost) || attempt === ATTEMPTS) throw error;
    }
  }
}

/** Throws what the engine refused; the bytes wait there under `id` until a command attaches them. */
export async function sendAttachment(
  id: string,
  place: AttachmentPlace,
  file: File,
  onProgress: (part: number) => void = () => {},
): Promise<SentAttachment> {
  const name = file.name.slice(0, 200) || 'priloha';
  const { bytes } = await again(() => rpc.attachments.begin({ ...place, id, name, recording: false }));
  for (let offset = bytes; offset < file.size; ) {
    const chunk = new File([file.slice(offset, offset + ATTACHMENT_SLICE)], 'slice');
    const at = offset;
    offset = (await again(() => rpc.attachments.send({ id, offset: at, chunk }))).bytes;
    onProgress(offset / file.size);
  }
  return { ...(await again(() => rpc.attachments.finish({ id }))), id, name };
}

/** The whole content under a type that the engine found out; what is shown or played, never a page. */
export async function readAttachment(id: string, mediaType: string, signal?: AbortSignal): Promise<Blob> {
  const pieces: Blob[] = [];
  for (let offset = 0, size = 1; offset < size; ) {
    const answer = await rpc.attachments.read({ id, offset }, signal ? { signal } : {});
    pieces.push(answer.bytes);
    size = answer.size;
    offset += answer.bytes.size;
    if (answer.bytes.size === 0) break;
  }
  return new Blob(pieces, { type: mediaType });
}

export interface ShownAttachment {
  /** Null until it is read, and when it cannot be shown. */
  url: string | null;
  /** Why it cannot be shown. */
  error: unknown;
}

/**
 * An address in this window for the content, when its bytes prove that it is a picture (`show`) or sound (`play`). It is
 * given back when nobody shows it any more.
 */
export function useAttachmentUrl(id: string, wanted: 'show' | 'play', isHere: boolean): ShownAttachment {
  const [shown, setShown] = useState<ShownAttachment>({ url: null, error: null });
  useEffect(() => {
    if (!isHere) return undefined;
    const stopping = new AbortController();
    let url: string | null = null;
    const read = async () => {
      const { handling, mediaType } = await queryClient.fetchQuery({
        queryKey: ['attachments', 'look', { id }],
        queryFn: ({ signal }) => rpc.attachments.look({ id }, { signal }),
      });
      if (handling !== wanted) throw new ORPCError('REFUSED', { data: { reason: 'attachmentDamaged' } });
      const blob = await readAttachment(id, mediaType, stopping.signal);
      if (stopping.signal.aborted) return;
      url = URL.createObjectURL(blob);
      setShown({ url, error: null });
    };
    read().catch((error: unknown) => {
      if (!stopping.signal.aborted) setShown({ url: null, error });
    });
    return () => {
      stopping.abort();
      if (url) URL.revokeObjectURL(url);
      setShown({ url: null, error: null });
    };
  }, [id, wanted, isHere]);
  return shown;
}
