/** The slot of the recovery code: what is on the disk, what opens it, and what is remembered of a code that stopped. */
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readCode } from '#shared/domain/keys/recovery-code.ts';
import { type SlotFile, unwrapKey } from '#main/security/key-slots.ts';
import {
  newRecoveryCode,
  recoveryCodeOpener,
  retireCodes,
  retiredAt,
  wrapWithCode,
} from '#main/security/recovery-code.ts';

const fileOf = (...slots: SlotFile['slots']): SlotFile => ({ version: 1, slots });

test('codes are random, whole, and never the same', () => {
  const codes = new Set(Array.from({ length: 200 }, newRecoveryCode));
  expect(codes.size).toBe(200);
  for (const code of codes) expect(readCode(code).is).toBe('whole');
  const signs = new Set([...codes].join('').replaceAll('-', ''));
  expect(signs.size, 'every sign of the alphabet comes up').toBe(32);
});

describe('a slot', () => {
  const code = newRecoveryCode();
  const key = randomBytes(32);
  const slot = wrapWithCode(code, key);

  test('opens with its code however it is written, and with no other', () => {
    const opened = recoveryCodeOpener(code.toLowerCase().replaceAll('-', '')).wrappingKey(slot);
    expect(opened && unwrapKey(slot, opened)).toEqual(key);
    expect(recoveryCodeOpener(newRecoveryCode()).wrappingKey(slot)).toBeNull();
  });

  test('holds no group of the code and not the key', () => {
    const written = JSON.stringify(slot);
    for (const group of code.split('-')) expect(written).not.toContain(group);
    expect(written).not.toContain(key.toString('base64'));
    expect(slot.params).toMatchObject({ N: 32_768, r: 8, p: 1 });
  });

  test('of the same code has another salt each time', () => {
    expect(wrapWithCode(code, key).params.salt).not.toBe(slot.params.salt);
  });

  test('with costs beyond measure is passed over, not computed', () => {
    const absurd = { ...slot, params: { ...slot.params, N: 2 ** 40 } };
    expect(recoveryCodeOpener(code).wrappingKey(absurd)).toBeNull();
  });
});

describe('a code that stopped', () => {
  const code = newRecoveryCode();
  const slot = wrapWithCode(code, randomBytes(32));
  const after: SlotFile = {
    ...fileOf(wrapWithCode(newRecoveryCode(), randomBytes(32))),
    ...retireCodes(fileOf(slot), 77),
  };

  test('is recognised with the time, another one is not', () => {
    expect(retiredAt(after, code)).toBe(77);
    expect(retiredAt(after, newRecoveryCode())).toBeNull();
    expect(retiredAt(fileOf(slot), code)).toBeNull();
  });

  test('leaves nothing that could be opened: neither the wrapped key nor its nonce', () => {
    const kept = JSON.stringify(after.retiredCodes);
    for (const secret of Object.values(slot.wrap))
      if (secret !== 'A256GCM') expect(kept).not.toContain(secret);
    expect(Object.keys((after.retiredCodes as object[])[0] ?? {}).sort()).toEqual(
      ['N', 'check', 'createdAt', 'p', 'r', 'retiredAt', 'salt'].sort(),
    );
  });

  test('is forgotten after many others', () => {
    let file: SlotFile = fileOf(slot);
    for (let at = 1; at <= 9; at += 1) {
      file = { ...fileOf(wrapWithCode(newRecoveryCode(), randomBytes(32))), ...retireCodes(file, at) };
    }
    expect(retiredAt(file, code)).toBeNull();
    expect(file.retiredCodes).toHaveLength(8);
  });
});
