/**
 * A backup file: one line of JSON in clear, then the encrypted parts one after another (docs/backup.md). The line
 * carries the key slots of the base, so that a recovery code opens the file on any machine, and a seal under the data
 * key, so that nothing in it can be changed unseen.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { fileSchema } from '../../security/key-slots.ts';

export const BACKUP_VERSION = 1;
export const BACKUP_ENDING = '.vzb';
/** Name of the part that is the base itself. */
export const BASE_PART = 'vizitka.db';
/** Longest first line that is read; slots and counts take a few kilobytes. */
export const LONGEST_HEADER = 1024 * 1024;

const part = z.object({ name: z.string(), bytes: z.int().min(0), sha256: z.string().length(64) });
export type BackupPart = z.infer<typeof part>;

const headerSchema = z.looseObject({
  format: z.literal('vizitka-backup'),
  version: z.int(),
  id: z.uuid(),
  /** UTC milliseconds. */
  createdAt: z.int(),
  device: z.string(),
  /** Id of the member whose base it is: tells the backups of one base from those of another. */
  base: z.string(),
  kind: z.enum(['own', 'demo']),
  app: z.string(),
  /** Time of the last migration, as in drizzle's journal. */
  migration: z.int(),
  /** Records by entity that were not deleted, and `change` for the outbox. */
  counts: z.record(z.string(), z.int()),
  keys: fileSchema,
  parts: z.array(part).min(1),
  /** HMAC-SHA-256 (RFC 2104) of the other fields, names in order, base64. */
  seal: z.string(),
});
export type BackupHeader = z.infer<typeof headerSchema>;

/** The header as its line, sealed under the data key. */
export function sealHeader(header: Omit<BackupHeader, 'seal'>, key: Buffer): string {
  return `${JSON.stringify({ ...header, seal: sealOf(header, key) })}\n`;
}

/** Whether the key is that of the backup and the header is as it was written. */
export function isSealedBy(header: BackupHeader, key: Buffer): boolean {
  const { seal, ...rest } = header;
  const shown = Buffer.from(seal, 'base64');
  const wanted = Buffer.from(sealOf(rest, key), 'base64');
  return shown.length === wanted.length && timingSafeEqual(shown, wanted);
}

/** Null when the line is no header; `newer` when a later program wrote it. */
export function parseHeader(line: string): BackupHeader | 'newer' | null {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return null;
  }
  const peek = z.looseObject({ format: z.literal('vizitka-backup'), version: z.int() }).safeParse(json);
  if (!peek.success) return null;
  if (peek.data.version > BACKUP_VERSION) return 'newer';
  return headerSchema.safeParse(json).data ?? null;
}

function sealOf(header: object, key: Buffer): string {
  const sealing = createHmac('sha256', key).update('vizitka backup header 1').digest();
  return createHmac('sha256', sealing).update(JSON.stringify(header, sortKeys)).digest('base64');
}

/** The same text whatever order the names came in. */
function sortKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
