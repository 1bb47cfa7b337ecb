/** First start, preferences of this device, and what is said of the profile and its key. */
import { z } from 'zod';
import { id, command, query } from './base.ts';

export const UI_LANGUAGES = ['sk', 'en'] as const;
export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;

/** Kept on this device only. */
export const preferences = z.object({
  language: z.enum(UI_LANGUAGES),
  country: z.string().length(2),
  theme: z.enum(THEMES),
  /** Single letters as shortcuts (WCAG 2.1.4). */
  letterKeys: z.boolean(),
  /** Shown columns of each list, in order. */
  columns: z.record(z.string(), z.array(z.string())),
  railFolded: z.boolean(),
  /** Stands in invitations as the one who invites. */
  email: z.string().max(254).nullable(),
});
export type Preferences = z.infer<typeof preferences>;

export const FOLDER_RISKS = [
  'dropbox',
  'onedrive',
  'googleDrive',
  'icloud',
  'nextcloud',
  'syncthing',
  'network',
] as const;

export const profile = z.object({
  folder: z.string(),
  kind: z.enum(['own', 'demo']),
  /** Another program synchronises the folder, or it lies on a network drive. */
  risk: z.enum(FOLDER_RISKS).nullable(),
  /** Kinds of key slots that open this base. */
  keySlots: z.array(z.enum(['keyFile', 'osKeyStore', 'recoveryCode'])),
  version: z.string(),
});

export const settings = {
  get: query('setting', 'member')
    .input(z.object({}))
    .output(
      z.object({
        /** False until the first-start questions are answered. */
        ready: z.boolean(),
        preferences,
        member: z.object({ id, name: z.string() }),
        profile,
      }),
    ),
  setUp: command()
    .input(
      z.object({
        language: z.enum(UI_LANGUAGES),
        country: z.string().length(2),
        name: z.string().trim().min(1).max(150),
      }),
    )
    .output(z.object({})),
  change: command().input(preferences.partial()).output(z.object({})),
  /** The local member's name. */
  rename: command()
    .input(z.object({ name: z.string().trim().min(1).max(150) }))
    .output(z.object({})),
  members: query('member')
    .input(z.object({}))
    .output(z.array(z.object({ id, name: z.string() }))),
  /** Switches this window and the engine to the demo base, which is filled when it is empty, or back. */
  openProfile: command()
    .input(z.object({ kind: z.enum(['own', 'demo']) }))
    .output(z.object({})),
};
