/** The backups of one held profile: making them on time, listing them, and going back to one. */
import fs from 'node:fs';
import path from 'node:path';
import type { BackupPreview, BackupSource, MakeEvent, RestoreEvent } from '#shared/contract/backups.ts';
import type { BackupDesk } from '../data/backup/backup-desk.ts';
import { BackupRefusal } from '../data/backup/backup-refusal.ts';
import { countsOf } from '../data/backup/make-backup.ts';
import {
  asideOf,
  backupsOf,
  findBackups,
  type FoundBackup,
  listBackups,
  stampOf,
} from '../data/backup/places.ts';
import { finishRestore } from '../data/backup/restore-swap.ts';
import { runBackupThread } from '../data/backup/run-thread.ts';
import { Uploads } from '../data/backup/uploads.ts';
import { eventQueue } from '../features/exchange/event-queue.ts';
import { BackupMaker, newestChange } from './backup-maker.ts';
import { BASE_FILE } from './engine.ts';
import type { HeldProfile, HoldOptions } from './held-profile.ts';
import type { FromRestoreThread } from './restore-thread.ts';
import { chooseSource, salvageKeys } from './restore-source.ts';

const RESTORE_THREAD = new URL('./restore-thread.ts', import.meta.url);
const EVERY_MS = 60_000;

export interface ProfileBackups extends BackupDesk {
  /** Looks each minute whether a backup is due. */
  keepTime(): void;
  /** A last backup, where that is quick. */
  beforeClosing(): Promise<void>;
  stop(): void;
}

/** `renew` makes the windows of the base connect anew. */
export function openBackupDesk(held: HeldProfile, options: HoldOptions, renew: () => void): ProfileBackups {
  const { folder, kind, defaults } = options;
  const base = () => held.engine?.base ?? null;
  const maker = new BackupMaker(folder, base);
  const uploads = new Uploads(folder);
  let timer: NodeJS.Timeout | undefined;
  let isRestoring = false;

  const find = (id: string): FoundBackup => {
    const places = [backupsOf(folder), maker.place].filter((place) => place !== null);
    for (const place of places) {
      const found = findBackups(place).find(({ header }) => header.id === id);
      if (found) return found;
    }
    throw new BackupRefusal('unknownBackup');
  };
  const choose = (source: BackupSource, code: string | null) =>
    chooseSource({ held, folder, source, code, find, uploads });

  return {
    state: () => maker.state(),
    list: () => listBackups(folder, maker.place),
    find(id) {
      const { file } = find(id);
      return { file, name: path.basename(file) };
    },
    make: (place) => makeEvents(maker, place),
    setPlace(place) {
      const open = base();
      if (!open) throw new BackupRefusal('baseDamaged');
      open.settings.set('backupPlace', place === null ? null : checkPlace(place, folder));
      maker.forget();
      void maker.tick();
    },
    upload: (id, offset, bytes) => uploads.append(id, offset, bytes),
    discard: (id) => uploads.discard(id),
    inspect: (source, code) => preview(choose(source, code), held),
    async *restore(source, code) {
      if (isRestoring || maker.isRunning) throw new BackupRefusal('busy');
      const chosen = choose(source, code);
      if (!chosen.key) throw new BackupRefusal(code === null ? 'codeNeeded' : 'wrongCode');
      const at = Date.now();
      isRestoring = true;
      const abort = new AbortController();
      const queue = eventQueue<RestoreEvent>(abort);
      const { key, from, keys } = chosen;
      const salvageWith = salvageKeys(held, folder, chosen.openers);
      const task = { folder, kind, defaults, source: from, key, keys, salvageWith, at };
      let aside: string | null = null;
      runBackupThread<FromRestoreThread>(
        RESTORE_THREAD,
        task,
        (message) => {
          if (message.is === 'progress') queue.push({ ...message, type: 'progress' });
          else if (message.is === 'ready') {
            const { counts, salvaged } = message.facts;
            const hadBase = fs.existsSync(path.join(folder, BASE_FILE));
            aside = hadBase ? path.join(asideOf(folder), stampOf(at)) : null;
            queue.push({ type: 'done', restored: { aside, counts, salvaged } });
          }
        },
        abort.signal,
      ).then(
        () => queue.end(),
        (error: unknown) => queue.end(error),
      );
      try {
        for await (const event of queue.events()) {
          if (event.type === 'done') {
            // Whoever listens is told when it has happened, and connects anew after that.
            held.reopen(() => finishRestore(folder), chosen.openers);
            maker.forget();
            uploads.discardAll();
          }
          yield event;
        }
      } finally {
        isRestoring = false;
        renew();
      }
    },
    keepTime() {
      timer ??= setInterval(() => void maker.tick(), EVERY_MS).unref();
    },
    beforeClosing: () => maker.beforeClosing(),
    stop: () => clearInterval(timer),
  };
}

async function* makeEvents(
  maker: BackupMaker,
  place: string | undefined,
): AsyncGenerator<MakeEvent, void, undefined> {
  const abort = new AbortController();
  const queue = eventQueue<MakeEvent>(abort);
  const tell: Parameters<BackupMaker['make']>[0] = (phase, part) =>
    queue.push({ type: 'progress', phase, part });
  const work = place === undefined ? maker.make(tell, abort.signal) : maker.makeIn(place, tell, abort.signal);
  work.then(
    ({ header, bytes, file }) => {
      const { id, createdAt, counts } = header;
      const backup = { id, createdAt, bytes, counts, places: ['profile' as const], verified: true };
      queue.push({ type: 'done', backup, file: place === undefined ? null : file });
      queue.end();
    },
    (error: unknown) => queue.end(error),
  );
  yield* queue.events();
}

function preview(
  { header, key, keys, aside }: ReturnType<typeof chooseSource>,
  held: HeldProfile,
): BackupPreview {
  const base = held.engine?.base;
  return {
    createdAt: header?.createdAt ?? aside?.at ?? Date.now(),
    counts: header?.counts ?? null,
    app: header?.app ?? null,
    opens: key !== null,
    code: keys.slots.some(({ kind }) => kind === 'recoveryCode'),
    otherBase: header !== null && base !== undefined && header.base !== base.member(),
    present: base ? { counts: countsOf(base.reader), changedAt: newestChange(base) } : null,
  };
}

/** A folder that is there, and not inside the profile: a restore would put it aside with the rest. */
function checkPlace(place: string, folder: string): string {
  const full = path.resolve(place);
  if (!fs.statSync(full, { throwIfNoEntry: false })?.isDirectory()) throw new BackupRefusal('placeMissing');
  const inside = path.relative(fs.realpathSync(folder), fs.realpathSync(full));
  if (inside === '' || !(inside.startsWith('..') || path.isAbsolute(inside)))
    throw new BackupRefusal('placeInside');
  return full;
}
