/** A new data key for the whole base: the old one opens nothing any more, and no moment of the change loses anything. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { openReadable } from '#main/data/connection.ts';
import { REKEY_STEPS } from '#main/engine/rekey.ts';
import { openDataKey } from '#main/security/data-key.ts';
import { keyFileOf } from '#main/security/key-file.ts';
import { readSlots } from '#main/security/key-slots.ts';
import { attachBytes, attachedBytes, blobFiles, pictureBytes } from '../../helpers/attached.ts';
import { makeFolder } from '../../helpers/folder.ts';
import { type HostedBase, openHosted } from '../../helpers/hosted-base.ts';

let profile: string;
beforeEach(() => {
  profile = path.join(makeFolder(), 'base');
});

const baseFile = () => path.join(profile, 'vizitka.db');
const opens = (file: string, key: Buffer): boolean => {
  try {
    openReadable(file, key).close();
    return true;
  } catch {
    return false;
  }
};
const names = () => fs.readdirSync(profile).sort();

async function fill({ window }: HostedBase): Promise<string> {
  for (const name of ['Prvý', 'Druhý', 'Tretí'])
    await window.clients.create({ id: crypto.randomUUID(), values: { name, status: 'active' } });
  const { code, group } = await window.keys.newCode({});
  await window.keys.confirmCode({ text: code.split('-')[group - 1] ?? '' });
  return code;
}

async function expectWhole({ window }: HostedBase): Promise<void> {
  expect((await window.status.get({})).clients).toBe(3);
  expect((await window.verify.run({})).clean).toBe(true);
}

describe('asked for by a window', () => {
  test('the old key and old slots open nothing, what is there is there, and work goes on', async () => {
    const base = openHosted(profile);
    const code = await fill(base);
    const { key } = openDataKey(profile);
    const copies = path.join(profile, 'copies');
    fs.mkdirSync(copies);
    const before = base.host.context('script').engine.base;
    before.writer.prepare('VACUUM INTO ?').run(path.join(copies, 'before-migration-x.db'));
    const oldSlots = readSlots(profile)?.slots.map(({ id }) => id) ?? [];

    expect(await base.window.keys.rekey({ code })).toEqual({
      kept: ['keyFile', 'recoveryCode'],
      dropped: [],
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(base.switches()).toBe(1);
    await expectWhole(base);
    const now = openDataKey(profile).key;
    expect(now).not.toEqual(key);
    expect([opens(baseFile(), key), opens(baseFile(), now)]).toEqual([false, true]);
    const copy = path.join(copies, 'before-migration-x.db');
    expect([opens(copy, key), opens(copy, now)]).toEqual([false, true]);
    for (const { id } of readSlots(profile)?.slots ?? []) expect(oldSlots).not.toContain(id);
    expect((await base.window.keys.state({})).rekeyedAt).toBeGreaterThan(0);
    base.close();

    fs.rmSync(keyFileOf(profile));
    const again = openHosted(profile);
    expect((await again.window.gate.unlock({ code })).opened).toBe(true);
    await expectWhole(again);
  });

  test('attachments stay as they lie and open as before', async () => {
    const base = openHosted(profile);
    const { engine } = base.host.context('script');
    const client = crypto.randomUUID();
    await base.window.clients.create({ id: client, values: { name: 'Pekáreň', status: 'active' } });
    const bytes = pictureBytes(70_000);
    const photo = await attachBytes({ client: base.window }, client, bytes);
    const sealed = () => blobFiles(engine).map((file) => [file, fs.readFileSync(file)]);
    const before = sealed();
    expect(before).toHaveLength(1);
    await base.window.keys.rekey({ code: null });
    expect(sealed()).toEqual(before);
    expect(await attachedBytes({ client: base.window }, photo)).toEqual(bytes);
    expect((await base.window.verify.run({})).problems).toEqual([]);
  });

  test('a code that is not given stops opening, is named, and says so when typed later', async () => {
    const base = openHosted(profile);
    const code = await fill(base);
    await expect(base.window.keys.rekey({ code: 'neplatný' })).rejects.toMatchObject({
      data: { reason: 'wrongCode' },
    });
    expect(await base.window.keys.rekey({ code: null })).toEqual({
      kept: ['keyFile'],
      dropped: ['recoveryCode'],
    });
    base.close();
    fs.rmSync(keyFileOf(profile));
    const again = openHosted(profile);
    expect(await again.window.gate.unlock({ code })).toMatchObject({ opened: false, problem: 'changed' });
  });

  test('opened by a code that was then changed, it goes on with the new one', async () => {
    const first = openHosted(profile);
    const old = await fill(first);
    await first.window.keys.removeKeyFile({});
    expect((await first.window.keys.state({})).canRemember, 'whoever took it away is not asked').toBeNull();
    first.close();
    const { window } = openHosted(profile);
    await window.gate.unlock({ code: old });
    expect((await window.keys.state({})).canRemember).toBe('keyFile');
    const { code, group } = await window.keys.newCode({});
    await window.keys.confirmCode({ text: code.split('-')[group - 1] ?? '' });
    expect(await window.keys.rekey({ code })).toEqual({ kept: ['recoveryCode'], dropped: [] });
    expect((await window.gate.state({})).shut).toBeNull();
    expect((await window.status.get({})).clients).toBe(3);
  });

  test('not while an import is under way', async () => {
    const base = openHosted(profile);
    await fill(base);
    const { key } = openDataKey(profile);
    const upload = crypto.randomUUID();
    const chunk = new File(['Názov;IČO\nŠtvrtý;\n'], 'zoznam.csv');
    await base.window.exchange.upload({ upload, name: 'zoznam.csv', offset: 0, chunk });
    const events = await base.window.exchange.run({
      run: crypto.randomUUID(),
      source: { upload },
      options: { as: 'clients' },
    });
    const begun = events.next();
    const refusal = { data: { reason: 'importRunning' } };
    await expect(base.window.keys.rekey({ code: null })).rejects.toMatchObject(refusal);
    await begun;
    for await (const _ of events);

    expect(openDataKey(profile).key).toEqual(key);
  });

  test('a backup under way is waited for, and is whole under its own key', async () => {
    const base = openHosted(profile);
    const code = await fill(base);
    const { key } = openDataKey(profile);
    const backup = await base.window.backups.make({});
    const begun = backup.next();
    const rekeyed = base.window.keys.rekey({ code });
    expect((await begun).done).toBe(false);
    expect((await base.window.backups.state({})).running).toBe(true);
    expect(openDataKey(profile).key).toEqual(key);
    let made = '';
    for await (const event of backup) if (event.type === 'done') made = event.backup.id;
    expect(await rekeyed).toMatchObject({ kept: ['keyFile', 'recoveryCode'] });
    expect(openDataKey(profile).key).not.toEqual(key);
    const preview = await base.window.backups.inspect({ source: { id: made }, code });
    expect(preview.opens).toBe(true);
    await expectWhole(base);
  });

  test('the only way is not thrown away', async () => {
    const base = openHosted(profile);
    await fill(base);
    await base.window.keys.removeKeyFile({});
    await expect(base.window.keys.rekey({ code: null })).rejects.toMatchObject({
      data: { reason: 'onlyWay' },
    });
    await expectWhole(base);
  });

  test('where the copy cannot be written, the base stays as it was', async () => {
    const base = openHosted(profile);
    await fill(base);
    const { key } = openDataKey(profile);
    fs.mkdirSync(path.join(profile, 'vizitka.db.rekey', 'in-the-way'), { recursive: true });
    await expect(base.window.keys.rekey({ code: null })).rejects.toBeDefined();
    await expectWhole(base);
    expect(openDataKey(profile).key).toEqual(key);
    expect(readSlots(profile)?.rekey).toBeUndefined();
  });
});

describe('killed', () => {
  const script = fileURLToPath(new URL('../../helpers/rekey-killed.ts', import.meta.url));

  test.each(REKEY_STEPS)(
    'after "%s", the base opens with everything in it and one set of slots',
    async (step) => {
      const first = openHosted(profile);
      const code = await fill(first);
      first.close();
      const { key } = openDataKey(profile);
      const before = names();
      const ended = spawnSync(process.execPath, [...process.execArgv, script, profile, step, code], {
        encoding: 'utf8',
      });
      expect(ended.signal, ended.stderr).toBe('SIGKILL');

      const again = openHosted(profile);
      expect(again.host.opened.shut).toBeNull();
      await expectWhole(again);
      again.close();
      expect(names()).toEqual(before);
      const slots = readSlots(profile);
      expect(slots?.rekey).toBeUndefined();
      expect(slots?.slots.map(({ kind }) => kind)).toEqual(['keyFile', 'recoveryCode']);
      const swapped = step === 'swapped' || step === 'finished';
      expect(opens(baseFile(), key)).toBe(!swapped);
      expect(openDataKey(profile).candidates).toHaveLength(1);

      // With the code alone it opens as well, whichever key is in use.
      fs.rmSync(keyFileOf(profile));
      const byCode = openHosted(profile);
      expect((await byCode.window.gate.unlock({ code })).opened).toBe(true);
    },
  );

  test.each(['noted', 'swapped'] as const)(
    'after "%s" and the key file gone, the code alone finds the right key',
    async (step) => {
      const first = openHosted(profile);
      const code = await fill(first);
      first.close();
      spawnSync(process.execPath, [...process.execArgv, script, profile, step, code]);
      fs.rmSync(keyFileOf(profile));
      const again = openHosted(profile);
      expect((await again.window.gate.unlock({ code })).opened).toBe(true);
      await expectWhole(again);
    },
  );
});
