/** What serves every record alike: search, drafts, undo, history, live events and the status line. */
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { command, done, id, query, stream } from './base.ts';

export const SEARCH_GROUPS = [
  'client',
  'contact',
  'interaction',
  'meeting',
  'promise',
  'departmentRequest',
  'objection',
  'contract',
] as const;

export const hit = z.object({
  id,
  title: z.string(),
  subtitle: z.string().nullable(),
  /** The client to open, for hits that stand on one. */
  client: id.nullable(),
  /** Part of the text around the match, for notes and objections. */
  excerpt: z.string().nullable(),
});
export type Hit = z.infer<typeof hit>;

export const search = {
  /** Best first within each group; `more` says that the group has further hits. */
  find: query('client', 'contact', 'position', 'interaction', 'meeting', 'objection', 'contract')
    .input(z.object({ text: z.string().max(200), limit: z.int().min(1).max(50).default(6) }))
    .output(
      z.object({
        groups: z.array(z.object({ kind: z.enum(SEARCH_GROUPS), hits: z.array(hit), more: z.boolean() })),
      }),
    ),
};

const draftRow = z.object({
  key: z.string(),
  entity: z.string(),
  /** The existing record being edited, or the id that the new one will have. */
  record: z.string(),
  client: z.string().nullable(),
  values: z.record(z.string(), z.unknown()),
  updatedAt: z.int(),
});

/** A draft is what was typed and not yet committed; `key` names the form (for example `interaction:<client id>`). */
export const drafts = {
  get: query('draft')
    .input(z.object({ key: z.string().max(200) }))
    .output(draftRow.nullable()),
  list: query('draft')
    .input(z.object({}))
    .output(z.array(draftRow.extend({ clientName: z.string().nullable() }))),
  save: command()
    .input(draftRow.omit({ updatedAt: true }))
    .output(z.object({})),
  discard: command()
    .input(z.object({ key: z.string().max(200) }))
    .output(z.object({})),
};

/** What an action was, for "Späť": message key under `actions` and its parameters. */
export const actionLabel = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ActionLabel = z.infer<typeof actionLabel>;

export const undo = {
  recent: query('undo')
    .input(z.object({ limit: z.int().min(1).max(100).default(20) }))
    .output(z.array(z.object({ action: z.string(), label: actionLabel, at: z.int(), undone: z.boolean() }))),
  /** Takes an action back where its values are still in place; what has changed since is kept and named. */
  apply: command()
    .input(z.object({ action: z.string() }))
    .output(
      z.object({
        action: z.string().nullable(),
        undone: z.int(),
        kept: z.array(z.object({ entity: z.string(), id: z.string(), title: z.string() })),
        keptTotal: z.int(),
      }),
    ),
};

export const history = {
  of: query(
    'client',
    'contact',
    'position',
    'meeting',
    'promise',
    'departmentRequest',
    'objection',
    'contract',
    'checklistItem',
    'member',
  )
    .input(z.object({ entity: z.string(), id }))
    .output(
      z.array(
        z.object({
          unit: z.string(),
          /** The change that wrote the value. */
          change: z.string(),
          before: z.unknown(),
          value: z.unknown(),
          at: z.int(),
          actor: z.string(),
          actorName: z.string().nullable(),
        }),
      ),
    ),
  /** Puts an old value of a unit back, as an ordinary edit. `value` is {field: value}. */
  restore: command()
    .input(z.object({ entity: z.string(), id, unit: z.string(), value: z.record(z.string(), z.unknown()) }))
    .output(done),
};

export const dataChanged = z.object({
  /** Entities and local topics that changed. */
  topics: z.array(z.string()),
  /** Ids of the changed records; null when there were more than 500. */
  ids: z.array(z.string()).nullable(),
});
export type DataChanged = z.infer<typeof dataChanged>;

export const live = {
  /** One event after each commit, whoever wrote it. */
  changes: stream().input(z.object({})).output(eventIterator(dataChanged)),
};

export const status = {
  get: query('status', 'client', 'contact', 'interaction', 'objection', 'contract', 'checklistItem')
    .input(z.object({}))
    .output(
      z.object({
        /** Changes not yet acknowledged by a server. */
        unsent: z.int(),
        oldestUnsentAt: z.int().nullable(),
        lastExchangeAt: z.int().nullable(),
        clients: z.int(),
        contacts: z.int(),
        uncleanExit: z.boolean(),
      }),
    ),
};

export const verify = {
  /** Checks the file, the search index against the tables, what the sync design says of changes, and attachments. */
  run: query()
    .input(z.object({}))
    .output(
      z.object({
        clean: z.boolean(),
        records: z.int(),
        changes: z.int(),
        problems: z.array(z.object({ check: z.string(), detail: z.string() })),
      }),
    ),
};
