/** Procedures that serve every record alike. */
import { implement } from '@orpc/server';
import { drafts, history, live, search, status, undo, verify } from '#shared/contract/records.ts';
import type { EngineContext } from '#main/data/context.ts';
import { discardDraft, listDrafts, readDraft, saveDraft } from '#main/data/drafts.ts';
import { recentActions, undoAction } from '#main/data/undo.ts';
import { verifyBase } from '#main/data/verify.ts';
import { find } from './find.ts';
import { restoreValue } from './commands.ts';
import { historyOf, statusOf } from './queries.ts';

const os = implement({ drafts, history, live, search, status, undo, verify }).$context<EngineContext>();

export const recordsRouter = {
  search: os.search.router({
    find: os.search.find.handler(({ input, context }) => find(context.engine.base, input.text, input.limit)),
  }),
  drafts: os.drafts.router({
    get: os.drafts.get.handler(({ input, context }) => readDraft(context.engine.base, input.key)),
    list: os.drafts.list.handler(({ context }) => listDrafts(context.engine.base)),
    save: os.drafts.save.handler(({ input, context }) => {
      saveDraft(context.engine.base, input);
      return {};
    }),
    discard: os.drafts.discard.handler(({ input, context }) => {
      discardDraft(context.engine.base, input.key);
      return {};
    }),
  }),
  undo: os.undo.router({
    recent: os.undo.recent.handler(({ input, context }) => recentActions(context.engine.base, input.limit)),
    apply: os.undo.apply.handler(({ input, context }) => undoAction(context.engine.base, input.action)),
  }),
  history: os.history.router({
    of: os.history.of.handler(({ input, context }) => historyOf(context.engine.base, input.entity, input.id)),
    restore: os.history.restore.handler(({ input, context }) => restoreValue(context.engine.base, input)),
  }),
  status: os.status.router({
    get: os.status.get.handler(({ context }) => statusOf(context.engine.base)),
  }),
  verify: os.verify.router({
    run: os.verify.run.handler(({ context }) => verifyBase(context.engine.base)),
  }),
  live: os.live.router({
    changes: os.live.changes.handler(({ context, signal }) => context.engine.base.events.stream(signal)),
  }),
};
