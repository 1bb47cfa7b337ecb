/** Backups: when they are made and where, making one now, taking one along, and going back to one. */
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { command, id, query, stream } from './base.ts';

/** Why a backup was not made or not restored; nothing was changed then. */
export const BACKUP_PROBLEMS = [
  'unreadable',
  'notABackup',
  'newer',
  'cutOff',
  'altered',
  'codeNeeded',
  'wrongCode',
  'diskFull',
  'unwritable',
  'baseDamaged',
  'copyFailed',
  'cancelled',
  'unknownBackup',
  'placeInside',
  'placeMissing',
  'busy',
] as const;
export type BackupProblem = (typeof BACKUP_PROBLEMS)[number];

const errors = { BACKUP_REFUSED: { data: z.object({ problem: z.enum(BACKUP_PROBLEMS) }) } } as const;

/** Records by entity that were not deleted, and `change` for changes not yet sent. */
const counts = z.record(z.string(), z.int());
export type BackupCounts = z.infer<typeof counts>;

/** `profile`: beside the base; `second`: the chosen place; `aside`: a base that a restore has put aside. */
export const BACKUP_PLACES = ['profile', 'second', 'aside'] as const;

export const backup = z.object({
  id,
  /** UTC milliseconds; of a base put aside, when that was done. */
  createdAt: z.int(),
  bytes: z.int(),
  /** Null of a base put aside: it is opened only to be restored. */
  counts: counts.nullable(),
  places: z.array(z.enum(BACKUP_PLACES)).min(1),
  /** It was read back when it was written and has its full length still. */
  verified: z.boolean(),
});
export type Backup = z.infer<typeof backup>;

export const backupSource = z.union([
  z.strictObject({ id }),
  z.strictObject({ upload: id }),
  /** For scripts; a window names no path. */
  z.strictObject({ path: z.string().min(1).max(4_096) }),
  /** No backup at all: what can still be read of a damaged base. */
  z.strictObject({ readable: z.literal(true) }),
]);
export type BackupSource = z.infer<typeof backupSource>;

export const MAKE_PHASES = ['copying', 'checking', 'writing', 'second'] as const;
export type MakePhase = (typeof MAKE_PHASES)[number];

export const makeEvent = z.discriminatedUnion('type', [
  /** `part` of the phase that is done, 0 to 1; null where it cannot be told. */
  z.object({ type: z.literal('progress'), phase: z.enum(MAKE_PHASES), part: z.number().nullable() }),
  z.object({ type: z.literal('done'), backup, file: z.string().nullable() }),
]);
export type MakeEvent = z.infer<typeof makeEvent>;

export const downloadEvent = z.discriminatedUnion('type', [
  /** The next bytes of the file as base64, in order. */
  z.object({ type: z.literal('chunk'), chunk: z.base64() }),
  z.object({ type: z.literal('done'), name: z.string() }),
]);

export const backupState = z.object({
  /** The newest good backup, in any place. */
  lastAt: z.int().nullable(),
  /** When the next one is due; null while nothing has changed. */
  nextAt: z.int().nullable(),
  running: z.boolean(),
  /** Why the last attempt failed; null after a good one. */
  problem: z.enum(BACKUP_PROBLEMS).nullable(),
  /** Changes wait for a backup longer than a day. */
  overdue: z.boolean(),
  folder: z.string(),
  second: z.object({
    folder: z.string().nullable(),
    state: z.enum(['none', 'ready', 'behind', 'absent', 'failed']),
    lastAt: z.int().nullable(),
    problem: z.enum(BACKUP_PROBLEMS).nullable(),
  }),
});
export type BackupState = z.infer<typeof backupState>;

export const backupPreview = z.object({
  createdAt: z.int(),
  counts: counts.nullable(),
  app: z.string().nullable(),
  /** False: no key of this computer opens it, its recovery code is needed. */
  opens: z.boolean(),
  /** A recovery code was made for it. */
  code: z.boolean(),
  /** It was made of another base than the present one. */
  otherBase: z.boolean(),
  /** What is open now; null when nothing is or it cannot be read. */
  present: z.object({ counts, changedAt: z.int().nullable() }).nullable(),
});
export type BackupPreview = z.infer<typeof backupPreview>;

/** What was saved of a damaged base: records and actions brought over, and how much could not be read. */
export const salvaged = z.object({
  actions: z.int(),
  records: z.int(),
  drafts: z.int(),
  /** Pages of the damaged file that could not be read. */
  lostPages: z.int(),
  pages: z.int(),
  /** Records that were read but could not be brought over. */
  refused: z.int(),
});
export type Salvaged = z.infer<typeof salvaged>;

export const restored = z.object({
  /** Where the base of before is kept; null when there was none. */
  aside: z.string().nullable(),
  counts,
  salvaged: salvaged.nullable(),
});
export type Restored = z.infer<typeof restored>;

export const RESTORE_PHASES = ['reading', 'checking', 'salvaging', 'preparing'] as const;
export const restoreEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), phase: z.enum(RESTORE_PHASES), part: z.number().nullable() }),
  z.object({ type: z.literal('done'), restored }),
]);
export type RestoreEvent = z.infer<typeof restoreEvent>;
export type RestorePhase = (typeof RESTORE_PHASES)[number];

/** The recovery code as typed; blanks, dashes and case do not matter. */
const code = z.string().max(200).nullable().default(null);

export const backups = {
  state: query('backup', 'setting', 'undo').input(z.object({})).output(backupState),
  /** Newest first. */
  list: query('backup', 'setting').input(z.object({})).output(z.array(backup)),
  /** Makes one now. Leaving the iterator stops it; what was begun is taken away. `folder` is for scripts. */
  make: stream()
    .errors(errors)
    .input(z.object({ folder: z.string().max(4_096).optional() }))
    .output(eventIterator(makeEvent)),
  /** Streams a backup as it lies in its place. */
  download: stream().errors(errors).input(z.object({ id })).output(eventIterator(downloadEvent)),
  /** A second place beside the profile; a window may only give it up, a script names it. */
  setPlace: command()
    .errors(errors)
    .input(z.object({ folder: z.string().max(4_096).nullable() }))
    .output(z.object({})),
  /** Appends a slice of a backup file that the person chose; a repeated slice replaces itself. */
  upload: command()
    .errors(errors)
    .input(z.object({ upload: id, offset: z.int().min(0), chunk: z.file() }))
    .output(z.object({ bytes: z.int() })),
  discard: command()
    .input(z.object({ upload: id }))
    .output(z.object({})),
  /** What a backup holds and whether it opens here; its parts are not read yet. */
  inspect: query('backup', 'setting')
    .errors(errors)
    .input(z.object({ source: backupSource, code }))
    .output(backupPreview),
  /** Puts the present base aside and opens the backup in its place. The windows of before lose their line. */
  restore: stream()
    .errors(errors)
    .input(z.object({ source: backupSource, code }))
    .output(eventIterator(restoreEvent)),
};
