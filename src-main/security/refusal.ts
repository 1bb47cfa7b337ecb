/**
 * Why a profile is not opened. A refusal is expected: the shell turns its reason into a sentence
 * (`shell.refused.<reason>` of the catalogue) and nothing on the disk was changed.
 */
export const REFUSALS = [
  'held',
  'slotsMissing',
  'slotsDamaged',
  'slotsNewer',
  'keyFileMissing',
  'keyFileDamaged',
  'wrongKey',
  'noOpener',
  'folderUnusable',
  'demoNotEmpty',
  'crashing',
] as const;

export type RefusalReason = (typeof REFUSALS)[number];

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
