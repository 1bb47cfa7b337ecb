/**
 * electron-updater, held to the team's own server: nothing is asked of another host, nothing is read of a description
 * that the team's key has not signed, nothing is fetched or installed by itself. Loaded only where updates are set up.
 */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {
  AppImageUpdater,
  type AppUpdater,
  DebUpdater,
  MacUpdater,
  NsisUpdater,
  type UpdateInfo,
} from 'electron-updater';
import { GenericProvider } from 'electron-updater/out/providers/GenericProvider.js';
import {
  findFile,
  parseUpdateInfo,
  type ProviderRuntimeOptions,
} from 'electron-updater/out/providers/Provider.js';
import { z } from 'zod';
import type { UpdateConfig } from './update-config.ts';
import { makePinnedExecutor } from './update-requests.ts';
import { isSignedBy } from './update-signature.ts';
import { FeedTrouble } from './update-trouble.ts';

/** What is used of a description; whatever else stands in it (web packages, staged roll-outs) is dropped. */
const describedSchema = z.object({
  version: z.string(),
  releaseDate: z.string().default(''),
  minimumSystemVersion: z.string().optional(),
  files: z
    .array(
      z.object({
        // A name beside the description, never an address.
        url: z.string().regex(/^[\w.+-]+$/),
        sha512: z.string().regex(/^[\w+/]{86}==$/),
        size: z.int().positive().optional(),
      }),
    )
    .min(1),
});

/** The provider of one server. electron-updater makes it itself, from a class. */
function signedProvider({ url, publicKey }: UpdateConfig) {
  return class SignedProvider extends GenericProvider {
    constructor(_options: unknown, updater: AppUpdater, runtime: ProviderRuntimeOptions) {
      super({ provider: 'generic', url: url.href }, updater, runtime);
    }

    /** electron-updater would send a number that tells this computer from others. */
    override setRequestHeaders(): void {}

    override async getLatestVersion(): Promise<UpdateInfo> {
      const name = `${this.getDefaultChannelName()}.yml`;
      const text = await this.#read(name);
      const signature = await this.#read(`${name}.sig`).catch((error: unknown) => {
        throw isMissing(error) ? new FeedTrouble('unsigned') : error;
      });
      if (!isSignedBy(publicKey, { name, bytes: Buffer.from(text, 'utf8') }, signature))
        throw new FeedTrouble('unsigned');
      const described = describedSchema.safeParse(parseUpdateInfo(text, name, url));
      const [first] = described.data?.files ?? [];
      if (!described.data || !first) throw new FeedTrouble('damaged');
      return { ...described.data, path: first.url, sha512: first.sha512 };
    }

    async #read(name: string): Promise<string> {
      return (await this.httpRequest(new URL(name, url.href.replace(/\/?$/, '/')))) ?? '';
    }
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && error.statusCode === 404;
}

export interface Feed {
  updater: AppUpdater;
  /** Size of the file that would be fetched; null where it is not said. */
  bytesOf(info: UpdateInfo): number | null;
}

export function openFeed(config: UpdateConfig): Feed {
  const { updater, extension } = systemUpdater();
  updater.logger = null;
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  updater.disableWebInstaller = true;
  // Pieces of the file that is there already would save little, and ask for maps that nobody signs.
  updater.disableDifferentialDownload = true;
  // Of all its requests, the file's too; its types keep the field to itself, the tests see that it counts.
  Object.assign(updater, { httpExecutor: makePinnedExecutor(config.url) });
  updater.setFeedURL({ provider: 'custom', updateProvider: signedProvider(config) });
  return {
    updater,
    bytesOf({ files }) {
      const resolved = files.map((info) => ({ info, url: new URL(info.url, config.url) }));
      return findFile(resolved, extension, [])?.info.size ?? null;
    },
  };
}

/** As electron-updater chooses it. The installer of a .deb leaves its kind beside the program. */
function systemUpdater(): { updater: AppUpdater; extension: string } {
  if (process.platform === 'win32') return { updater: new NsisUpdater(), extension: 'exe' };
  if (process.platform === 'darwin') return { updater: new MacUpdater(), extension: 'zip' };
  const kind = path.join(process.resourcesPath, 'package-type');
  if (fs.existsSync(kind) && fs.readFileSync(kind, 'utf8').trim() === 'deb')
    return { updater: new DebUpdater(), extension: 'deb' };
  return { updater: new AppImageUpdater(), extension: 'AppImage' };
}
