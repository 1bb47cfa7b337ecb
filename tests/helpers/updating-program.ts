/** The part of the program that updates, outside Electron: electron-updater itself, an AppImage or its like. */
import fs from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { onTestFinished, vi } from 'vitest';
import { openUpdates, type Updates } from '#main/shell-desktop/updates.ts';
import type { UpdateState } from '#shared/desktop/updates.ts';
import { makeFolder } from './folder.ts';
import { serveFeed, type TestFeed } from './update-feed.ts';

/** The version that runs in these tests. */
export const RUNNING = '0.4.2';

const electron = new URL('./electron-for-updates.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: electron, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});

export interface UpdatingProgram extends Updates {
  /** Where everything of this test lies. */
  readonly folder: string;
  readonly feed: TestFeed;
  readonly program: string;
  /** Every step that the window was told. */
  readonly told: UpdateState[];
  /** Waits for the end of what has begun. */
  settled(): Promise<UpdateState>;
  /** What the installer was handed; it is run by the test. */
  readonly installers: (() => Promise<never>)[];
}

/** `config` instead of the one of the feed; null for none. */
export async function startUpdating(config?: unknown, packaged = true): Promise<UpdatingProgram> {
  const folder = makeFolder();
  const feed = await serveFeed(path.join(folder, 'feed'));
  onTestFinished(feed.close);
  const file = path.join(folder, 'updates.json');
  const written = config === undefined ? { url: feed.url, publicKey: feed.publicKey } : config;
  if (written !== null)
    fs.writeFileSync(file, typeof written === 'string' ? written : JSON.stringify(written));
  const program = path.join(folder, 'Vizitka.AppImage');
  fs.writeFileSync(program, 'the old one', { mode: 0o755 });
  setUp(folder, program, packaged);

  const told: UpdateState[] = [];
  const installers: (() => Promise<never>)[] = [];
  const updates = openUpdates({
    file,
    tell: (state) => void told.push(state),
    handOver: (installer) => {
      installers.push(installer);
      return Promise.resolve(true);
    },
    errors: { error: () => {} },
  });
  return {
    ...updates,
    folder,
    feed,
    program,
    told,
    installers,
    settled: () =>
      vi.waitFor(() => {
        const { step } = updates.now();
        if (step === 'checking' || step === 'downloading') throw new Error(`still ${step}`);
        return updates.now();
      }, 10_000),
  };
}

/** What the installer of each system leaves, and where the system keeps what is fetched. */
function setUp(folder: string, program: string, packaged: boolean): void {
  const resources = path.join(folder, 'resources');
  fs.mkdirSync(resources);
  fs.writeFileSync(path.join(resources, 'app-update.yml'), 'updaterCacheDirName: vizitka-updater\n');
  Object.defineProperty(process, 'resourcesPath', { value: resources, configurable: true });
  vi.stubEnv('APPIMAGE', program);
  vi.stubEnv('XDG_CACHE_HOME', path.join(folder, 'cache'));
  vi.stubEnv('LOCALAPPDATA', path.join(folder, 'cache'));
  vi.stubEnv('TEST_USER_DATA', folder);
  vi.stubEnv('TEST_PACKAGED', packaged ? '1' : '0');
  vi.stubEnv('TEST_VERSION', RUNNING);
  onTestFinished(() => void vi.unstubAllEnvs());
}
