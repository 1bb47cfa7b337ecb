/** The routes of the bytes of attachments: resumable uploads (tus 1.0) and downloads from any byte on. */
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BLOBS_PATH, HASH, PART_TYPE, TUS_VERSION, UPLOADS_PATH } from '#shared/sync/blob-wire.ts';
import { MESSAGE_BYTES } from '#shared/sync/wire.ts';
import { SyncError } from '../sync/sync-error.ts';
import type { Caller } from './caller.ts';

/**
 * What answers. Throws SyncError: `not_found` (no attachment that the member sees names it, or its bytes are not here),
 * `too_large` (more than an attachment or the workspace may have), `gap` (another offset), `invalid` (another size or hash).
 */
export interface BlobDoor {
  /** Begins or finds an upload of this size; returns the bytes that are here. */
  begin(caller: Caller, hash: string, size: number): Promise<number>;
  progress(caller: Caller, hash: string): Promise<{ offset: number; size: number }>;
  /** Returns the bytes that are here now; the last ones are taken only when all of them have the hash. */
  append(caller: Caller, hash: string, offset: number, bytes: Buffer): Promise<number>;
  read(caller: Caller, hash: string, from: number): Promise<{ size: number; bytes: Readable }>;
}

type CallerOf = (request: FastifyRequest) => Promise<Caller>;

export function addBlobRoutes(app: FastifyInstance, door: BlobDoor, callerOf: CallerOf): void {
  app.addContentTypeParser(PART_TYPE, { parseAs: 'buffer', bodyLimit: MESSAGE_BYTES }, (_, body, done) =>
    done(null, body),
  );
  app.post(UPLOADS_PATH, async (request, reply) => {
    const caller = await callerOf(asked(request));
    const hash = hashIn(metadata(request, 'hash'));
    const offset = await door.begin(caller, hash, numberIn(request, 'upload-length'));
    return tus(reply, offset).code(201).header('location', `${UPLOADS_PATH}/${hash}`).send();
  });
  app.head<Named>(`${UPLOADS_PATH}/:hash`, async (request, reply) => {
    const caller = await callerOf(asked(request));
    const { offset, size } = await door.progress(caller, hashIn(request.params.hash));
    return tus(reply, offset).header('upload-length', size).send();
  });
  app.patch<Named>(`${UPLOADS_PATH}/:hash`, async (request, reply) => {
    const caller = await callerOf(asked(request));
    const hash = hashIn(request.params.hash);
    if (!Buffer.isBuffer(request.body)) throw new SyncError('invalid', { reason: 'content-type' });
    const offset = await door.append(caller, hash, numberIn(request, 'upload-offset'), request.body);
    return tus(reply, offset).code(204).send();
  });
  app.get<Named>(`${BLOBS_PATH}/:hash`, async (request, reply) => {
    const caller = await callerOf(request);
    const from = rangeIn(request);
    const { size, bytes } = await door.read(caller, hashIn(request.params.hash), from ?? 0);
    void reply
      .header('content-type', 'application/octet-stream')
      .header('tus-resumable', TUS_VERSION)
      .header('content-length', size - (from ?? 0));
    if (from !== null) void reply.code(206).header('content-range', `bytes ${from}-${size - 1}/${size}`);
    return reply.send(bytes);
  });
}

interface Named {
  Params: { hash: string };
}

/** Throws `upgrade_required` for another version of tus. */
function asked(request: FastifyRequest): FastifyRequest {
  if (request.headers['tus-resumable'] !== TUS_VERSION) throw new SyncError('upgrade_required');
  return request;
}

function tus(reply: FastifyReply, offset: number): FastifyReply {
  return reply.header('tus-resumable', TUS_VERSION).header('upload-offset', offset);
}

function hashIn(text: string): string {
  if (!HASH.test(text)) throw new SyncError('invalid', { reason: 'hash' });
  return text;
}

/** `Upload-Metadata`: pairs of a key and its value in Base64, with commas between them. */
function metadata({ headers }: FastifyRequest, key: string): string {
  const pairs = String(headers['upload-metadata'] ?? '').split(',');
  const found = pairs.map((pair) => pair.trim().split(' ')).find(([name]) => name === key);
  return Buffer.from(found?.[1] ?? '', 'base64').toString('latin1');
}

function numberIn({ headers }: FastifyRequest, name: string): number {
  const text = String(headers[name] ?? '');
  if (!/^\d{1,15}$/.test(text)) throw new SyncError('invalid', { reason: name });
  return Number(text);
}

/** The first byte of `bytes=N-`; any other range is answered as none, which RFC 9110 allows. */
function rangeIn({ headers }: FastifyRequest): number | null {
  const found = /^bytes=(\d{1,15})-$/.exec(headers.range ?? '')?.[1];
  return found === undefined ? null : Number(found);
}
