/**
 * Why a profile is not opened. A refusal is expected: the shell turns its reason into a sentence
 * (`shell.refused.<reason>` of the catalogue) and nothing on the disk was changed. Some end the start; for the
 * others the engine keeps the folder, shut, until a recovery code or a backup opens it.
 */
import { SHUT_REASONS, type ShutReason } from '#shared/contract/gate.ts';

const ENDING = ['held', 'slotsNewer', 'folderUnusable', 'demoNotEmpty', 'crashing'] as const;

export type RefusalReason = (typeof ENDING)[number] | ShutReason;

export class ProfileRefusal extends Error {
  readonly reason: RefusalReason;
  /** What the sentence names: a folder, a file, the holder. Never anything out of the base. */
  readonly details: Readonly<Record<string, string | number>>;

  constructor(reason: RefusalReason, details: Record<string, string | number> = {}) {
    super(`profile refused: ${reason}`);
    this.name = 'ProfileRefusal';
    this.reason = reason;
    this.details = details;
  }
}

/** Whether the base stays shut but is kept: the gate answers. */
export function isShut(refusal: unknown): refusal is ProfileRefusal & { reason: ShutReason } {
  return refusal instanceof ProfileRefusal && (SHUT_REASONS as readonly string[]).includes(refusal.reason);
}
