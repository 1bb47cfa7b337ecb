/**
 * Reads a request's JSON. Sizes are bounded before and after decompression, so that neither a large body nor a small
 * one that unfolds to gigabytes takes more memory than one message may have.
 */
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { MESSAGE_BYTES } from '#shared/sync/wire.ts';
import { SyncError } from '../sync/sync-error.ts';

/** Deeper than any message; whoever walks a value recursively may rely on it. */
const DEEPEST = 40;

const unpack: Record<string, (packed: Buffer) => Promise<Buffer>> = {
  gzip: bounded(zlib.gunzip),
  br: bounded(zlib.brotliDecompress),
  deflate: bounded(zlib.inflate),
};

function bounded(
  inflate: (
    packed: Buffer,
    options: { maxOutputLength: number },
    done: (error: Error | null, all: Buffer) => void,
  ) => void,
) {
  const run = promisify(inflate);
  return (packed: Buffer) => run(packed, { maxOutputLength: MESSAGE_BYTES });
}

export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: MESSAGE_BYTES },
    async (request: Parameters<typeof parse>[0], packed: Buffer) => {
      const raw = await unpacked(request.headers['content-encoding'], packed);
      if (raw.length === 0) return {};
      refuseDepth(raw);
      return new Promise((resolve, reject) => {
        void parse(request, raw.toString('utf8'), (error, value) => {
          if (error) reject(new SyncError('invalid', { reason: 'json' }));
          else resolve(value);
        });
      });
    },
  );
}

async function unpacked(encoding: string | undefined, packed: Buffer): Promise<Buffer> {
  if (encoding === undefined || encoding === 'identity') return packed;
  const run = Object.hasOwn(unpack, encoding) ? unpack[encoding] : undefined;
  if (!run) throw new SyncError('invalid', { reason: 'content-encoding' });
  try {
    return await run(packed);
  } catch (error) {
    const large = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw large ? new SyncError('too_large') : new SyncError('invalid', { reason: 'content-encoding' });
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

function refuseDepth(json: Buffer): void {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at];
    if (inText) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) inText = false;
    } else if (byte === QUOTE) inText = true;
    else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      if (depth > DEEPEST) throw new SyncError('invalid', { reason: 'depth' });
    } else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
}
