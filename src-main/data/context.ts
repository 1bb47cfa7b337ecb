/** What every procedure gets: the open engine, and the house it lives in. */
import type { FOLDER_RISKS } from '#shared/contract/settings.ts';
import type { Base } from './base.ts';

export interface Engine {
  readonly folder: string;
  readonly base: Base;
  /** Ends live streams, marks a clean exit and closes the file; nothing acknowledged is in flight after it. */
  close(): void;
}

export interface EngineContext {
  readonly engine: Engine;
  readonly host: {
    /** A window asks for the person in front of it; a script runs with that person's rights on the files. */
    readonly view: 'window' | 'script';
    /** Points windows at the own or the demo base. */
    openProfile(kind: 'own' | 'demo'): Promise<void>;
    readonly folder: string;
    readonly kind: 'own' | 'demo';
    readonly risk: (typeof FOLDER_RISKS)[number] | null;
    readonly keySlots: ('keyFile' | 'osKeyStore' | 'recoveryCode')[];
  };
}
