/** Procedures of backups; they answer while the base is shut as well. */
import fs from 'node:fs';
import { implement } from '@orpc/server';
import { refused } from '#main/data/app-error.ts';
import { refusalForCaller } from '#main/data/backup/backup-refusal.ts';
import type { EngineContext } from '#main/data/context.ts';
import { backups, type BackupSource } from '#shared/contract/backups.ts';

const os = implement(backups).$context<EngineContext>();
const PIECE = 512 * 1024;

/** A path is for the command line: a window sends the bytes of the file that the person chose. */
function sourceOf(source: BackupSource, { host }: EngineContext): BackupSource {
  if ('path' in source && host.view === 'window') throw refused('pathFromWindow');
  return source;
}

function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw refusalForCaller(error);
  }
}

async function* refusingStream<T>(events: AsyncGenerator<T, void, undefined>) {
  try {
    yield* events;
  } catch (error) {
    throw refusalForCaller(error);
  }
}

function* piecesOf(file: string): Generator<string> {
  const handle = fs.openSync(file, 'r');
  try {
    const piece = Buffer.alloc(PIECE);
    for (let read = fs.readSync(handle, piece); read > 0; read = fs.readSync(handle, piece))
      yield piece.toString('base64', 0, read);
  } finally {
    fs.closeSync(handle);
  }
}

export const backupsRouter = os.router({
  state: os.state.handler(({ context }) => refusing(() => context.host.backups.state())),
  list: os.list.handler(({ context }) => refusing(() => context.host.backups.list())),

  make: os.make.handler(async function* ({ input, context }) {
    if (input.folder !== undefined && context.host.view === 'window') throw refused('pathFromWindow');
    yield* refusingStream(context.host.backups.make(input.folder));
  }),

  download: os.download.handler(async function* ({ input, context }) {
    const { file, name } = refusing(() => context.host.backups.find(input.id));
    for (const chunk of piecesOf(file)) yield { type: 'chunk' as const, chunk };
    yield { type: 'done' as const, name };
  }),

  setPlace: os.setPlace.handler(({ input, context }) => {
    if (input.folder !== null && context.host.view === 'window') throw refused('pathFromWindow');
    refusing(() => context.host.backups.setPlace(input.folder));
    return {};
  }),

  upload: os.upload.handler(async ({ input, context }) => {
    const bytes = Buffer.from(await input.chunk.arrayBuffer());
    return { bytes: refusing(() => context.host.backups.upload(input.upload, input.offset, bytes)) };
  }),

  discard: os.discard.handler(({ input, context }) => {
    context.host.backups.discard(input.upload);
    return {};
  }),

  inspect: os.inspect.handler(({ input, context }) =>
    refusing(() => context.host.backups.inspect(sourceOf(input.source, context), input.code)),
  ),

  restore: os.restore.handler(async function* ({ input, context }) {
    const source = sourceOf(input.source, context);
    yield* refusingStream(context.host.backups.restore(source, input.code));
  }),
});
