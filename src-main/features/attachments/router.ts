/** Procedures of attachments. */
import { implement } from '@orpc/server';
import { refused } from '#main/data/app-error.ts';
import type { EngineContext } from '#main/data/context.ts';
import { attachments } from '#shared/contract/attachments.ts';
import { addAttachment, addFileFromDisk, editCaption, removeAttachment, wantBytes } from './commands.ts';
import { begin, discard, finish, send } from './incoming.ts';
import { listAttachments, listWaiting, lookAt, readBytes, saveBytes } from './queries.ts';

const os = implement(attachments).$context<EngineContext>();

/** A path is for scripts: a window sends the bytes of what the person chose, and reads no other file. */
function refuseWindow({ host }: EngineContext): void {
  if (host.view === 'window') throw refused('pathFromWindow');
}

export const attachmentsRouter = os.router({
  begin: os.begin.handler(({ input, context }) => ({ bytes: begin(context.engine.base, input) })),
  send: os.send.handler(async ({ input, context }) => {
    const bytes = new Uint8Array(await input.chunk.arrayBuffer());
    return { bytes: send(context.engine.base, input.id, input.offset, bytes) };
  }),
  finish: os.finish.handler(async ({ input, context }) => {
    const { kind, mediaType, size, handling } = await finish(context.engine.base, input.id);
    return { kind, mediaType, size, handling };
  }),
  discard: os.discard.handler(({ input, context }) => {
    discard(context.engine.base, input.id);
    return {};
  }),
  add: os.add.handler(({ input: { id, ...values }, context }) =>
    addAttachment(context.engine.base, id, values),
  ),
  addFile: os.addFile.handler(({ input, context }) => {
    refuseWindow(context);
    return addFileFromDisk(context.engine.base, input);
  }),
  list: os.list.handler(({ input, context }) => listAttachments(context.engine.base, input)),
  waiting: os.waiting.handler(({ input, context }) => listWaiting(context.engine.base, input)),
  look: os.look.handler(({ input, context }) => lookAt(context.engine.base, input.id)),
  read: os.read.handler(({ input, context }) => {
    const { bytes, size } = readBytes(context.engine.base, input.id, input.offset, input.length);
    return { bytes: new File([new Uint8Array(bytes)], 'slice'), size };
  }),
  save: os.save.handler(({ input, context }) => {
    refuseWindow(context);
    return { bytes: saveBytes(context.engine.base, input.id, input.path) };
  }),
  fetch: os.fetch.handler(({ input, context }) => {
    wantBytes(context.engine.base, input.id);
    return {};
  }),
  caption: os.caption.handler(({ input, context }) =>
    editCaption(context.engine.base, input.id, input.caption),
  ),
  remove: os.remove.handler(({ input, context }) => removeAttachment(context.engine.base, input.id)),
});
