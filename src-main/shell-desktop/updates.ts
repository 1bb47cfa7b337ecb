/**
 * Updates, step by step, each by the word of the person: is there a newer version, fetch it, put it in place. Off
 * until an administrator has set a server up; until then not even the updater is loaded.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { UpdateState, UpdateTrouble } from '#shared/desktop/updates.ts';
import type { ErrorLog } from './error-log.ts';
import type { Quitting } from './quit.ts';
import { readUpdateConfig, type UpdateConfig } from './update-config.ts';
import type { Feed } from './update-feed.ts';
import { FeedTrouble, troubleOf } from './update-trouble.ts';

/** The first question of a day waits until the window has been used a little. */
const FIRST_MS = 60_000;
const DAY_MS = 24 * 60 * 60 * 1000;

export interface Updates {
  now(): UpdateState;
  check(): UpdateState;
  download(): UpdateState;
  install(): UpdateState;
}

export interface UpdatesOptions {
  /** The administrator's file. */
  file: string;
  /** After each step. */
  tell(state: UpdateState): void;
  handOver: Quitting['handOver'];
  errors: Pick<ErrorLog, 'error'>;
}

interface Found {
  version: string;
  /** Sums of the files that were signed, base64. */
  sums: string[];
  /** Where it lies, once it was fetched. */
  file?: string;
}

export function openUpdates({ file, tell, handOver, errors }: UpdatesOptions): Updates {
  let state: UpdateState = { step: 'off' };
  let config: UpdateConfig | null = null;
  let feed: Feed | null = null;
  let found: Found | null = null;

  const move = (next: UpdateState): UpdateState => {
    state = next;
    tell(next);
    return next;
  };
  const fail = (error: unknown, otherwise: UpdateTrouble): UpdateState => {
    errors.error('updates', error);
    return move({ step: 'trouble', trouble: troubleOf(error, otherwise) });
  };
  const configure = (): UpdateState => {
    config = feed = found = null;
    try {
      config = readUpdateConfig(file);
      return config ? { step: 'idle' } : { step: 'off' };
    } catch (error) {
      errors.error('updates', error);
      return { step: 'trouble', trouble: 'config' };
    }
  };

  const ask = async (server: UpdateConfig): Promise<UpdateState> => {
    feed ??= (await import('./update-feed.ts')).openFeed(server);
    const result = await feed.updater.checkForUpdates();
    if (!result) throw new FeedTrouble('notHere');
    const { isUpdateAvailable, updateInfo } = result;
    if (!isUpdateAvailable) return { step: 'current', checkedAt: Date.now() };
    const { version, files } = updateInfo;
    found = { version, sums: files.map(({ sha512 }) => sha512) };
    return { step: 'available', version, bytes: feed.bytesOf(updateInfo) };
  };
  const fetchFile = async ({ updater }: Feed, wanted: Found): Promise<UpdateState> => {
    const { version } = wanted;
    const tellProgress = ({ percent }: { percent: number }): void => {
      const whole = Math.floor(percent);
      if (state.step === 'downloading' && state.percent !== whole)
        move({ step: 'downloading', version, percent: whole });
    };
    updater.on('download-progress', tellProgress);
    try {
      [wanted.file] = await updater.downloadUpdate();
    } finally {
      updater.off('download-progress', tellProgress);
    }
    return { step: 'ready', version };
  };
  const putInPlace = async ({ updater }: Feed, { file: installer = '', sums }: Found): Promise<void> => {
    // It may have waited for days where other programs of this person can write.
    if (!sums.includes(await sumOf(installer))) throw new FeedTrouble('damaged');
    await handOver(
      () =>
        new Promise((_, reject) => {
          updater.once('error', reject);
          updater.quitAndInstall(false, true);
        }),
    );
  };

  const check = (): UpdateState => {
    if (state.step === 'off' || state.step === 'trouble') move(configure());
    if (!config || !['idle', 'current', 'available', 'trouble'].includes(state.step)) return state;
    void ask(config).then(move, (error: unknown) => fail(error, 'unreachable'));
    return move({ step: 'checking' });
  };
  const download = (): UpdateState => {
    if (!feed || !found || state.step !== 'available') return state;
    void fetchFile(feed, found).then(move, (error: unknown) => fail(error, 'unreachable'));
    return move({ step: 'downloading', version: found.version, percent: 0 });
  };
  const install = (): UpdateState => {
    if (feed && found && state.step === 'ready')
      void putInPlace(feed, found).catch((error: unknown) => fail(error, 'notInstalled'));
    return state;
  };

  state = configure();
  if (config) {
    const daily = (): void => void (state.step !== 'available' && check());
    setTimeout(daily, FIRST_MS).unref();
    setInterval(daily, DAY_MS).unref();
  }
  return { now: () => state, check, download, install };
}

async function sumOf(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(fs.createReadStream(file), hash);
  return hash.digest('base64');
}
