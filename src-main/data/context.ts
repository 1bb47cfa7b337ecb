/** What every procedure gets: the open engine, and the house it lives in. */
import type { CodeAnswer, GateState, ShutReason } from '#shared/contract/gate.ts';
import type { CodeOffer, CodeProof, KeysState, Rekeyed } from '#shared/contract/keys.ts';
import type { FOLDER_RISKS } from '#shared/contract/settings.ts';
import type { BackupDesk } from './backup/backup-desk.ts';
import type { Base } from './base.ts';
import type { BaseSync } from './sync-desk.ts';

export interface Engine {
  readonly folder: string;
  readonly base: Base;
  readonly sync: BaseSync;
  /** Ends live streams, marks a clean exit and closes the file; nothing acknowledged is in flight after it. */
  close(): void;
}

/** The gate of the base that is looked at: whether it is open, and the ways to open it. */
export interface BaseGate {
  /** Null while the base is open. */
  readonly shut: ShutReason | null;
  describe(): GateState;
  unlock(code: string): CodeAnswer;
  /**
   * Closes the base, lets `work` change its files while this process alone holds the folder, and opens it again;
   * windows come back by themselves. Returns why it stays shut, or null.
   */
  reopen(work: () => void): ShutReason | null;
}

/** The ways that open the base that is looked at. */
export interface BaseKeys {
  describe(): KeysState;
  newCode(): CodeOffer;
  /** Proved while a new base waits for its code, it also makes the base. */
  confirmCode(text: string): CodeProof;
  discardCode(): void;
  remember(): 'keyFile' | 'osKeyStore';
  removeKeyFile(): void;
  /** Encrypts the file anew; the base is closed and opened again meanwhile. */
  rekey(code: string | null): Rekeyed;
}

export interface EngineContext {
  /** Throws REFUSED `shut` while the base is shut. */
  readonly engine: Engine;
  readonly host: {
    /** A window asks for the person in front of it; a script runs with that person's rights on the files. */
    readonly view: 'window' | 'script';
    readonly backups: BackupDesk;
    readonly gate: BaseGate;
    readonly keys: BaseKeys;
    /** Points windows at the own or the demo base. */
    openProfile(kind: 'own' | 'demo'): Promise<void>;
    readonly folder: string;
    readonly kind: 'own' | 'demo';
    readonly risk: (typeof FOLDER_RISKS)[number] | null;
    readonly keySlots: ('keyFile' | 'osKeyStore' | 'recoveryCode')[];
  };
}
