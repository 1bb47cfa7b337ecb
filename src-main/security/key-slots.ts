/**
 * `keys.json`: the data key of a base, wrapped once for each way to open it. Slots of a kind that this
 * version does not know are carried along untouched, so that an older program never locks a newer one out.
 */
import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { writeDurably } from './durable-file.ts';
import { ProfileRefusal } from './refusal.ts';

export const SLOT_KINDS = ['keyFile', 'osKeyStore', 'recoveryCode'] as const;
export type SlotKind = (typeof SLOT_KINDS)[number];

const VERSION = 1;
const base64 = z.base64();

/** One slot: the data key under AES-256-GCM (NIST SP 800-38D), bound to the slot's id and kind. */
const slotSchema = z.looseObject({
  id: z.string(),
  kind: z.string(),
  createdAt: z.int(),
  wrap: z.looseObject({ alg: z.string(), iv: base64, tag: base64, data: base64 }),
  params: z.record(z.string(), z.unknown()),
});
export type Slot = z.infer<typeof slotSchema>;

export const fileSchema = z.looseObject({ version: z.int(), slots: z.array(slotSchema) });
export type SlotFile = z.infer<typeof fileSchema>;

/** Gives the 32-byte wrapping key of one kind of slot, or null when this machine cannot open that slot. */
export interface SlotOpener {
  kind: SlotKind;
  wrappingKey(slot: Slot): Buffer | null;
}

export function slotFileOf(folder: string): string {
  return path.join(folder, 'keys.json');
}

/** Null when there is no file; refuses with `slotsDamaged` or `slotsNewer`. */
export function readSlots(folder: string): SlotFile | null {
  const file = slotFileOf(folder);
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new ProfileRefusal('folderUnusable', { folder });
  }
  const version = peekVersion(text);
  if (version !== null && version > VERSION) throw new ProfileRefusal('slotsNewer', { file });
  const parsed = fileSchema.safeParse(parseJson(text));
  if (!parsed.success || parsed.data.slots.length === 0) throw new ProfileRefusal('slotsDamaged', { file });
  return parsed.data;
}

/** As `readSlots`, but null also where the file cannot be read: whoever opens the base says so. */
export function slotFileIn(folder: string): SlotFile | null {
  try {
    return readSlots(folder);
  } catch (error) {
    if (error instanceof ProfileRefusal) return null;
    throw error;
  }
}

export function writeSlots(folder: string, slots: Slot[], rest: Partial<SlotFile> = {}): void {
  writeDurably(slotFileOf(folder), `${JSON.stringify({ ...rest, version: VERSION, slots }, null, 2)}\n`);
}

/** Wraps a 32-byte data key under a 32-byte wrapping key. */
export function wrapKey(
  kind: SlotKind,
  wrappingKey: Buffer,
  dataKey: Buffer,
  params: Record<string, unknown> = {},
): Slot {
  const slot = { id: randomUUID(), kind, createdAt: Date.now(), params };
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, iv).setAAD(boundTo(slot));
  const data = Buffer.concat([cipher.update(dataKey), cipher.final()]);
  const text = (bytes: Buffer) => bytes.toString('base64');
  return {
    ...slot,
    wrap: { alg: 'A256GCM', iv: text(iv), tag: text(cipher.getAuthTag()), data: text(data) },
  };
}

/** The data key, or null when the wrapping key is not the one of this slot or the slot was altered. */
export function unwrapKey(slot: Slot, wrappingKey: Buffer): Buffer | null {
  if (slot.wrap.alg !== 'A256GCM') return null;
  const bytes = (text: string) => Buffer.from(text, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', wrappingKey, bytes(slot.wrap.iv), { authTagLength: 16 });
    decipher.setAAD(boundTo(slot)).setAuthTag(bytes(slot.wrap.tag));
    const key = Buffer.concat([decipher.update(bytes(slot.wrap.data)), decipher.final()]);
    return key.length === 32 ? key : null;
  } catch {
    return null;
  }
}

function boundTo(slot: { id: string; kind: string }): Buffer {
  return Buffer.from(`vizitka data key 1\n${slot.kind}\n${slot.id}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function peekVersion(text: string): number | null {
  const found = z.looseObject({ version: z.int() }).safeParse(parseJson(text));
  return found.success ? found.data.version : null;
}
