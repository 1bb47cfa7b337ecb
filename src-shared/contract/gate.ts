/** Whether the base is open, why not, and the ways to open it. The only procedures that a shut base answers. */
import { z } from 'zod';
import { command, query } from './base.ts';
import { codeOffer, codeProof, typedCode, typedGroup } from './keys.ts';

/** Why a base stays shut; nothing on the disk is changed while it is. */
export const SHUT_REASONS = [
  /** `keys.json` is missing beside a base, or unreadable. */
  'slotsMissing',
  'slotsDamaged',
  'keyFileMissing',
  'keyFileDamaged',
  /** The key that was found is not the one of this base. */
  'wrongKey',
  /** This shell has none of the ways that open the base. */
  'noOpener',
  /** The system's key store does not give back what was put into it: emptied, another account, another system. */
  'keyStoreRefused',
  /** The base opens through the system's key store, and here is none that may be trusted. */
  'keyStoreNone',
  /** A new base that only the recovery code will open: the code is proved before anything is made. */
  'codeFirst',
  /** `keys.json` is there, the base itself is not. */
  'baseMissing',
  /** The right key does not open the file, or the file did not pass its check. */
  'damaged',
  /** The system does not let the file be read or written: rights, a drive that went away, a full disk. */
  'unreadable',
] as const;
export type ShutReason = (typeof SHUT_REASONS)[number];

/** Where the window runs; the demo base and scripts see the shell of their engine. */
export const SHELLS = ['browser', 'desktop', 'commandLine'] as const;

export const gateState = z.object({
  /** Null while the base is open. */
  shut: z.enum(SHUT_REASONS).nullable(),
  folder: z.string(),
  kind: z.enum(['own', 'demo']),
  shell: z.enum(SHELLS),
  /** The file that the reason is about. */
  file: z.string().nullable(),
  /** Since when a recovery code opens the base, UTC milliseconds; null when none does. */
  recoveryCode: z.object({ createdAt: z.int() }).nullable(),
  /** Names of the system's key store, now and when the slot was made. */
  keyStore: z.object({ backend: z.string().nullable(), made: z.string().nullable() }),
});
export type GateState = z.infer<typeof gateState>;

/** What a typed code came to. `groups` counts from one; `changedAt` is when an older code stopped opening. */
export const codeAnswer = z.object({
  opened: z.boolean(),
  problem: z.enum(['incomplete', 'mistyped', 'wrong', 'changed', 'stillShut']).nullable(),
  groups: z.array(z.int()),
  changedAt: z.int().nullable(),
});
export type CodeAnswer = z.infer<typeof codeAnswer>;

export const gate = {
  state: query('status').input(z.object({})).output(gateState),
  /** Opens a shut base with its recovery code, for as long as this engine runs. */
  unlock: command().input(typedCode).output(codeAnswer),
  /** The code of a new base that only the code will open. Refused as `open` once there is a base. */
  newCode: command().input(z.object({})).output(codeOffer),
  /** Proved by one group, the base is made. */
  confirmCode: command().input(typedGroup).output(codeProof),
  /** Tries the ways of this computer again: a key file was put back, a drive is there again. */
  tryAgain: command()
    .input(z.object({}))
    .output(z.object({ opened: z.boolean() })),
};
