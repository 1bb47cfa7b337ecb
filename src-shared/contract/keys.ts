/** The ways that open the base: the recovery code, this computer's own way, and a new data key for the file. */
import { z } from 'zod';
import { command, query } from './base.ts';

export const WAYS = ['keyFile', 'osKeyStore', 'recoveryCode'] as const;
export type Way = (typeof WAYS)[number];

export const way = z.object({
  kind: z.enum(WAYS),
  /** UTC milliseconds. */
  createdAt: z.int(),
  /** It opens the base in this shell on this computer without asking. */
  here: z.boolean(),
  /** Name of the system's key store that it was sealed by. */
  backend: z.string().nullable(),
});

export const keysState = z.object({
  ways: z.array(way),
  /** Slots of kinds that this version does not know; they are kept. */
  unknown: z.int(),
  shell: z.enum(['browser', 'desktop', 'commandLine']),
  /** The system's key store: its name, and whether it may be trusted. Null outside the desktop. */
  keyStore: z.object({ backend: z.string().nullable(), usable: z.boolean() }).nullable(),
  /** What `remember` would add, where the code opened the base; null where this computer opens it by itself. */
  canRemember: z.enum(['keyFile', 'osKeyStore']).nullable(),
  /** Another way opens the base here, or the recovery code does. */
  canRemoveKeyFile: z.boolean(),
  /** Since when the file has its present data key, UTC milliseconds; null when it never had another. */
  rekeyedAt: z.int().nullable(),
});
export type KeysState = z.infer<typeof keysState>;

/** A new code, and the group that has to be typed to prove that it is kept: counted from one. */
export const codeOffer = z.object({ code: z.string(), group: z.int() });
export type CodeOffer = z.infer<typeof codeOffer>;

/** `group` is the one asked for next. `retiredAt` says since when the code before it opens nothing. */
export const codeProof = z.object({
  proved: z.boolean(),
  group: z.int(),
  retiredAt: z.int().nullable(),
});
export type CodeProof = z.infer<typeof codeProof>;

export const typedGroup = z.object({ text: z.string().max(40) });
export const typedCode = z.object({ code: z.string().max(200) });

export const rekeyed = z.object({
  /** Ways that open the file under its new key. */
  kept: z.array(z.enum(WAYS)),
  /** Ways that could not be carried over and were taken away. */
  dropped: z.array(z.enum(WAYS)),
});

export type Rekeyed = z.infer<typeof rekeyed>;

export const keys = {
  state: query('setting').input(z.object({})).output(keysState),
  /** Makes a code, kept in memory only until it is proved; asked again, the same one. */
  newCode: command().input(z.object({})).output(codeOffer),
  /** Proved by one group. From then on this code opens the base, and the one before it does not. */
  confirmCode: command().input(typedGroup).output(codeProof),
  /** Forgets an unproved code. */
  discardCode: command().input(z.object({})).output(z.object({})),
  /** This computer opens the base by itself from now on. Refused as `keyStoreNone` where it has nothing safe. */
  remember: command()
    .input(z.object({}))
    .output(z.object({ kind: z.enum(['keyFile', 'osKeyStore']) })),
  /** Takes the key file away. Refused as `onlyWay` when nothing else would open the base. */
  removeKeyFile: command().input(z.object({})).output(z.object({})),
  /**
   * Encrypts the whole file under a new data key. The recovery code is carried over when it is given; refused as
   * `wrongCode`, `importRunning`, `backupRunning` or `onlyWay`.
   */
  rekey: command()
    .input(z.object({ code: z.string().max(200).nullable() }))
    .output(rekeyed),
};
