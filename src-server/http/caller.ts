/** Who asks, and from where. */
import type { Role } from '#shared/sync/wire.ts';
import type { Caller as Asker } from '../sync/caller.ts';

export interface Caller extends Asker {
  readonly role: Role;
}

/** What is known of a request besides its input. */
export interface Origin {
  /** Address of the asker, behind trusted proxies that of their client. */
  readonly address: string;
}
