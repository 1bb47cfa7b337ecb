/**
 * The recovery code's slot. The code itself is written nowhere by the program: scrypt (RFC 7914) makes the
 * wrapping key of it, and a check value tells a wrong code from one of an older time without opening anything.
 */
import { createHmac, randomBytes, scryptSync } from 'node:crypto';
import { z } from 'zod';
import { CODE_GROUPS, readCode, valuesOf, writeCode } from '#shared/domain/keys/recovery-code.ts';
import { type Slot, type SlotFile, type SlotOpener, wrapKey } from './key-slots.ts';

const COST = { N: 32_768, r: 8, p: 1 } as const;
const MAX_MEMORY = 256 * 1024 * 1024;
const RETIRED_KEPT = 8;

const codeParams = z.object({
  salt: z.base64(),
  N: z.int().max(1 << 20),
  r: z.int().max(16),
  p: z.int().max(8),
  check: z.base64(),
});
type CodeParams = z.infer<typeof codeParams>;

/** A code that opens nothing any more; UTC milliseconds. */
const retiredCode = codeParams.extend({ createdAt: z.int(), retiredAt: z.int() });

/** A new random code of 120 bits, its groups joined by dashes. */
export function newRecoveryCode(): string {
  return writeCode([...randomBytes(CODE_GROUPS * 4)].map((byte) => byte & 31));
}

/** Wraps the data key under the code; `code` must read as whole. */
export function wrapWithCode(code: string, dataKey: Buffer): Slot {
  const salt = randomBytes(16).toString('base64');
  const wrappingKey = stretch(code, { ...COST, salt });
  return wrapKey('recoveryCode', wrappingKey, dataKey, { ...COST, salt, check: checkOf(wrappingKey) });
}

/** Opens slots of kind `recoveryCode` with a code that reads as whole; another code passes them over. */
export function recoveryCodeOpener(code: string): SlotOpener {
  return {
    kind: 'recoveryCode',
    wrappingKey(slot) {
      const params = codeParams.safeParse(slot.params);
      return params.success ? matchingKey(code, params.data) : null;
    },
  };
}

/** When the code stopped opening the base, UTC milliseconds; null when it never did or still does. */
export function retiredAt(file: SlotFile, code: string): number | null {
  for (const retired of retiredCodes(file)) if (matchingKey(code, retired)) return retired.retiredAt;
  return null;
}

/** What is remembered of codes that stop now: enough to recognise them, nothing that opens. */
export function retireCodes(file: SlotFile, now: number): Record<string, unknown> {
  const stopped = file.slots
    .filter(({ kind }) => kind === 'recoveryCode')
    .flatMap((slot) => {
      const params = codeParams.safeParse(slot.params);
      return params.success ? [{ ...params.data, createdAt: slot.createdAt, retiredAt: now }] : [];
    });
  return { retiredCodes: [...retiredCodes(file), ...stopped].slice(-RETIRED_KEPT) };
}

function retiredCodes(file: SlotFile): z.infer<typeof retiredCode>[] {
  return z.array(retiredCode).safeParse(file.retiredCodes).data ?? [];
}

function matchingKey(code: string, params: CodeParams): Buffer | null {
  const wrappingKey = stretch(code, params);
  return checkOf(wrappingKey) === params.check ? wrappingKey : null;
}

function stretch(code: string, { salt, N, r, p }: Omit<CodeParams, 'check'>): Buffer {
  const reading = readCode(code);
  if (reading.is !== 'whole') throw new Error('a recovery code is stretched only when it is whole');
  const secret = Buffer.from(valuesOf(reading.groups));
  return scryptSync(secret, Buffer.from(salt, 'base64'), 32, { N, r, p, maxmem: MAX_MEMORY });
}

function checkOf(wrappingKey: Buffer): string {
  return createHmac('sha256', wrappingKey).update('vizitka recovery code 1').digest('base64');
}
