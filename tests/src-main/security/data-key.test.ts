/** The data key: made once, opened ever after, and never replaced by a new one beside existing data. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openDataKey } from '#main/security/data-key.ts';
import { keyFileOf } from '#main/security/key-file.ts';
import { readSlots, slotFileOf, unwrapKey, wrapKey, writeSlots } from '#main/security/key-slots.ts';
import type { ProfileRefusal } from '#main/security/refusal.ts';
import { makeFolder } from '../../helpers/folder.ts';

let folder: string;
beforeEach(() => {
  folder = makeFolder();
});

const reasonOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as ProfileRefusal).reason;
  }
  return 'opened';
};
const names = () => fs.readdirSync(folder).sort();

describe('a new profile', () => {
  test('gets a random 32-byte key in a slot, and a key file that its owner alone can read', () => {
    const made = openDataKey(folder);
    expect(made).toMatchObject({ created: true, slotKinds: ['keyFile'], tightened: false });
    expect(made.key).toHaveLength(32);
    expect(names()).toEqual(['keys.json', 'profile.key']);
    expect(fs.statSync(keyFileOf(folder)).mode & 0o777).toBe(0o600);
    expect(fs.statSync(slotFileOf(folder)).mode & 0o777).toBe(0o600);
  });

  test('holds the key in no file in clear', () => {
    const { key } = openDataKey(folder);
    for (const name of names()) {
      const content = fs.readFileSync(path.join(folder, name));
      expect(content.includes(key)).toBe(false);
      expect(content.toString().includes(key.toString('base64'))).toBe(false);
      expect(content.toString().includes(key.toString('hex'))).toBe(false);
    }
  });

  test('two profiles never share a key, and opening again gives the same one', () => {
    const first = openDataKey(folder);
    expect(openDataKey(folder)).toMatchObject({ key: first.key, created: false });
    expect(openDataKey(makeFolder()).key).not.toEqual(first.key);
  });

  test('a crash after the key file and before the slots is carried on from', () => {
    openDataKey(folder);
    fs.rmSync(slotFileOf(folder));
    const keyFile = fs.readFileSync(keyFileOf(folder));
    expect(openDataKey(folder).created).toBe(true);
    expect(fs.readFileSync(keyFileOf(folder))).toEqual(keyFile);
  });
});

describe('an existing base is never given a new key', () => {
  test.each(['vizitka.db', 'vizitka.db-wal'])('%s without slots', (name) => {
    fs.writeFileSync(path.join(folder, name), 'x');
    expect(reasonOf(() => openDataKey(folder))).toBe('slotsMissing');
    expect(names()).toEqual([name]);
  });

  test('slots without the key file', () => {
    openDataKey(folder);
    fs.rmSync(keyFileOf(folder));
    expect(reasonOf(() => openDataKey(folder))).toBe('keyFileMissing');
    expect(names()).toEqual(['keys.json']);
  });

  test('the key file of another profile', () => {
    openDataKey(folder);
    const other = makeFolder();
    openDataKey(other);
    fs.copyFileSync(keyFileOf(other), keyFileOf(folder));
    const before = fs.readFileSync(slotFileOf(folder));
    expect(reasonOf(() => openDataKey(folder))).toBe('wrongKey');
    expect(fs.readFileSync(slotFileOf(folder))).toEqual(before);
  });

  test.each(['', 'vizitka-key-1 AAAA\n', '\0\0\0'])('a damaged key file (%j)', (content) => {
    openDataKey(folder);
    fs.writeFileSync(keyFileOf(folder), content);
    expect(reasonOf(() => openDataKey(folder))).toBe('keyFileDamaged');
  });

  test.each(['', '{', '{"version":1,"slots":[]}', '{"version":1,"slots":[{"id":1}]}'])(
    'damaged slots (%j)',
    (content) => {
      openDataKey(folder);
      fs.writeFileSync(slotFileOf(folder), content);
      expect(reasonOf(() => openDataKey(folder))).toBe('slotsDamaged');
    },
  );

  test('slots of a newer version', () => {
    openDataKey(folder);
    fs.writeFileSync(slotFileOf(folder), '{"version":2,"slots":"in another form"}');
    expect(reasonOf(() => openDataKey(folder))).toBe('slotsNewer');
  });
});

describe('slots', () => {
  test('an altered slot, or one moved under another id, does not open', () => {
    const wrapping = randomBytes(32);
    const slot = wrapKey('keyFile', wrapping, randomBytes(32));
    expect(unwrapKey(slot, wrapping)).toHaveLength(32);
    expect(unwrapKey({ ...slot, id: 'another' }, wrapping)).toBeNull();
    expect(unwrapKey({ ...slot, kind: 'recoveryCode' }, wrapping)).toBeNull();
    const data = Buffer.from(slot.wrap.data, 'base64');
    data[0] = (data[0] ?? 0) ^ 1;
    expect(
      unwrapKey({ ...slot, wrap: { ...slot.wrap, data: data.toString('base64') } }, wrapping),
    ).toBeNull();
  });

  test('the base opens by any slot; one of an unknown kind is passed over and kept as it was', () => {
    const { key } = openDataKey(folder);
    const unknown = { ...wrapKey('recoveryCode', randomBytes(32), key), kind: 'chipCard', reader: 7 };
    const slots = readSlots(folder)?.slots ?? [];
    writeSlots(folder, [unknown, ...slots]);
    expect(openDataKey(folder)).toMatchObject({ key, slotKinds: ['keyFile'] });
    writeSlots(folder, readSlots(folder)?.slots ?? []);
    expect(readSlots(folder)?.slots[0]).toEqual(unknown);
  });

  test('another opener serves another kind of slot', () => {
    const { key } = openDataKey(folder);
    const code = randomBytes(32);
    writeSlots(folder, [wrapKey('recoveryCode', code, key, { hint: 'paper' })]);
    expect(reasonOf(() => openDataKey(folder))).toBe('noOpener');
    const opened = openDataKey(folder, [{ kind: 'recoveryCode', wrappingKey: () => code }]);
    expect(opened).toMatchObject({ key, slotKinds: ['recoveryCode'] });
  });
});

test('a key file open to other users is closed to them, and that is said', () => {
  openDataKey(folder);
  fs.chmodSync(keyFileOf(folder), 0o644);
  expect(openDataKey(folder).tightened).toBe(true);
  expect(fs.statSync(keyFileOf(folder)).mode & 0o777).toBe(0o600);
  expect(openDataKey(folder).tightened).toBe(false);
});
