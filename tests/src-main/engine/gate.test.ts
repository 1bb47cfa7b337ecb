/** A base that its key does not open: shut, untouched, never replaced, and opened by its recovery code. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { EngineClient } from '#main/engine/reach.ts';
import { readSealedSlots } from '#main/engine/key-store.ts';
import { keyFileOf } from '#main/security/key-file.ts';
import { readSlots, slotFileOf } from '#main/security/key-slots.ts';
import { makeFolder } from '../../helpers/folder.ts';
import { openHosted, TestKeyStore } from '../../helpers/hosted-base.ts';

let profile: string;
beforeEach(() => {
  profile = path.join(makeFolder(), 'base');
});

const baseFile = () => path.join(profile, 'vizitka.db');
const kinds = () => readSlots(profile)?.slots.map(({ kind }) => kind);
const fresh = () => randomBytes(32).toString('base64');
const sealedHere = () => readSealedSlots(profile).map(({ sealed }) => sealed);

async function addClient(client: EngineClient, name: string): Promise<void> {
  await client.clients.create({ id: crypto.randomUUID(), values: { name, status: 'active' } });
}

async function prove(client: EngineClient): Promise<string> {
  const { code, group } = await client.keys.newCode({});
  const proof = await client.keys.confirmCode({ text: code.split('-')[group - 1] ?? '' });
  expect(proof.proved).toBe(true);
  return code;
}

/** A base of the browser shell with one client and a proved code, closed. */
async function baseWithCode(): Promise<string> {
  const { window, close } = openHosted(profile);
  await addClient(window, 'Prvý');
  const code = await prove(window);
  close();
  return code;
}

const otherThan = (code: string, group: number) =>
  code
    .split('-')
    .map((text, at) => (at === group ? text.replace(/.$/, (sign) => (sign === '2' ? '3' : '2')) : text))
    .join('-');

describe('shut', () => {
  test('everything but the gate is refused, and nothing on the disk changes', async () => {
    await baseWithCode();
    fs.rmSync(keyFileOf(profile));
    const before = [fs.readFileSync(baseFile()), fs.readFileSync(slotFileOf(profile))];
    const { window, host, close } = openHosted(profile);
    expect(host.opened.shut).toMatchObject({
      reason: 'keyFileMissing',
      details: { file: keyFileOf(profile) },
    });
    expect(await window.gate.state({})).toMatchObject({
      shut: 'keyFileMissing',
      folder: profile,
      recoveryCode: { createdAt: expect.any(Number) },
    });
    const shut = { code: 'REFUSED', data: { reason: 'shut' } };
    await expect(window.settings.get({})).rejects.toMatchObject(shut);
    await expect(addClient(window, 'Nikto')).rejects.toMatchObject(shut);
    await expect(window.keys.newCode({})).rejects.toMatchObject(shut);
    await expect(window.keys.state({})).rejects.toMatchObject(shut);
    await expect(window.live.changes({})).rejects.toMatchObject(shut);
    await expect(window.settings.openProfile({ kind: 'demo' })).rejects.toMatchObject(shut);
    await expect(window.gate.newCode({})).rejects.toMatchObject({ data: { reason: 'open' } });
    close();
    expect([fs.readFileSync(baseFile()), fs.readFileSync(slotFileOf(profile))]).toEqual(before);
    expect(fs.existsSync(keyFileOf(profile))).toBe(false);
  });

  test('a key file that was put back opens it without a new start', async () => {
    await baseWithCode();
    const key = fs.readFileSync(keyFileOf(profile));
    fs.rmSync(keyFileOf(profile));
    const { window } = openHosted(profile);
    expect(await window.gate.tryAgain({})).toEqual({ opened: false });
    fs.writeFileSync(keyFileOf(profile), key);
    expect(await window.gate.tryAgain({})).toEqual({ opened: true });
    expect((await window.status.get({})).clients).toBe(1);
  });

  test.each([
    ['damaged', () => fs.writeFileSync(baseFile(), randomBytes(8192))],
    ['baseMissing', () => fs.rmSync(baseFile())],
    ['slotsMissing', () => fs.rmSync(slotFileOf(profile))],
    ['slotsDamaged', () => fs.writeFileSync(slotFileOf(profile), '{')],
  ] as const)('%s: no empty base appears', async (reason, harm) => {
    const code = await baseWithCode();
    harm();
    const files = fs.readdirSync(profile);
    const { window, close } = openHosted(profile);
    expect((await window.gate.state({})).shut).toBe(reason);
    expect((await window.gate.unlock({ code })).opened).toBe(false);
    close();
    expect(fs.readdirSync(profile)).toEqual(files);
  });
});

describe('the recovery code', () => {
  test('right, it opens the base for this session, and adds no key file by itself', async () => {
    const code = await baseWithCode();
    fs.rmSync(keyFileOf(profile));
    const first = openHosted(profile);
    expect(await first.window.gate.unlock({ code: code.toLowerCase().replaceAll('-', ' ') })).toMatchObject({
      opened: true,
    });
    expect((await first.window.status.get({})).clients).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(first.switches()).toBe(1);
    expect(fs.existsSync(keyFileOf(profile))).toBe(false);
    first.close();

    const again = openHosted(profile);
    expect((await again.window.gate.state({})).shut).toBe('keyFileMissing');
    await again.window.gate.unlock({ code });
    expect(await again.window.keys.state({})).toMatchObject({ canRemember: 'keyFile' });
    expect(await again.window.keys.remember({})).toEqual({ kind: 'keyFile' });
    again.close();
    expect(openHosted(profile).host.opened.shut).toBeNull();
  });

  test('mistyped, wrong, incomplete: said apart, and nothing opens', async () => {
    const code = await baseWithCode();
    fs.rmSync(keyFileOf(profile));
    const { window } = openHosted(profile);
    expect(await window.gate.unlock({ code: otherThan(code, 3) })).toMatchObject({
      problem: 'mistyped',
      groups: [4],
    });
    expect(await window.gate.unlock({ code: code.slice(0, -7) })).toMatchObject({ problem: 'incomplete' });
    const other = openHosted(path.join(makeFolder(), 'other'));
    const foreign = (await other.window.keys.newCode({})).code;
    expect(await window.gate.unlock({ code: foreign })).toMatchObject({ opened: false, problem: 'wrong' });
    expect((await window.gate.state({})).shut).toBe('keyFileMissing');
  });

  test('changed: the old one opens nothing and says since when', async () => {
    const { window, close } = openHosted(profile);
    const old = await prove(window);
    const before = Date.now();
    const { code, group } = await window.keys.newCode({});
    expect(code).not.toBe(old);
    expect(await window.keys.confirmCode({ text: 'XXXXX' })).toMatchObject({ proved: false });
    const asked = await window.keys.newCode({});
    expect(asked.code).toBe(code);
    expect(group).toBeGreaterThan(0);
    const proof = await window.keys.confirmCode({ text: code.split('-')[asked.group - 1] ?? '' });
    expect(proof.retiredAt).toBeGreaterThanOrEqual(before);
    close();
    fs.rmSync(keyFileOf(profile));
    const again = openHosted(profile);
    const answer = await again.window.gate.unlock({ code: old });
    expect(answer).toMatchObject({ opened: false, problem: 'changed', changedAt: proof.retiredAt });
    expect((await again.window.gate.unlock({ code })).opened).toBe(true);
  });

  test('unproved, it is nowhere on the disk and opens nothing', async () => {
    const { window, close } = openHosted(profile);
    const { code } = await window.keys.newCode({});
    close();
    expect(kinds()).toEqual(['keyFile']);
    for (const name of fs.readdirSync(profile))
      expect(fs.readFileSync(path.join(profile, name)).toString('latin1')).not.toContain(code.slice(0, 11));
  });
});

describe('the key store of the system', () => {
  const store = new TestKeyStore('first');
  const desktop = (from: TestKeyStore) => openHosted(profile, 'desktop', from.read(sealedHere(), fresh()));

  test('emptied or changed: shut, the code opens, and the computer remembers again', async () => {
    const first = desktop(store);
    await addClient(first.window, 'Prvý');
    const code = await prove(first.window);
    first.close();
    expect(kinds()).toEqual(['osKeyStore', 'recoveryCode']);
    expect(fs.existsSync(keyFileOf(profile))).toBe(false);

    const again = desktop(store);
    expect(again.host.opened.shut).toBeNull();
    again.close();

    const emptied = new TestKeyStore('second');
    const shut = desktop(emptied);
    expect(await shut.window.gate.state({})).toMatchObject({ shut: 'keyStoreRefused' });
    expect((await shut.window.gate.unlock({ code })).opened).toBe(true);
    expect((await shut.window.status.get({})).clients).toBe(1);
    shut.close();
    expect(desktop(emptied).host.opened.shut).toBeNull();
  });

  test('an engine that crashed opens a slot that it made itself', () => {
    const reading = store.read([], fresh());
    openHosted(profile, 'desktop', reading).close();
    expect(openHosted(profile, 'desktop', reading).host.opened.shut).toBeNull();
  });

  test('none on the desktop: no base is made before the code is proved, and each start asks for it', async () => {
    const none = { backend: 'basic_text', usable: false, opened: {}, refused: [], fresh: null };
    const first = openHosted(profile, 'desktop', none);
    expect((await first.window.gate.state({})).shut).toBe('codeFirst');
    const { code, group } = await first.window.gate.newCode({});
    expect((await first.window.gate.confirmCode({ text: 'nie' })).proved).toBe(false);
    expect(fs.existsSync(baseFile())).toBe(false);
    expect(fs.existsSync(slotFileOf(profile))).toBe(false);
    const asked = await first.window.gate.newCode({});
    expect(asked.code).toBe(code);
    expect(group).toBeLessThan(7);
    const proof = await first.window.gate.confirmCode({ text: code.split('-')[asked.group - 1] ?? '' });
    expect(proof.proved).toBe(true);
    expect((await first.window.gate.state({})).shut).toBeNull();
    await addClient(first.window, 'Prvý');
    await expect(first.window.keys.remember({})).rejects.toMatchObject({ data: { reason: 'keyStoreNone' } });
    first.close();
    expect(kinds()).toEqual(['recoveryCode']);

    const again = openHosted(profile, 'desktop', none);
    expect((await again.window.gate.state({})).shut).toBe('noOpener');
    expect((await again.window.gate.unlock({ code })).opened).toBe(true);
    expect((await again.window.status.get({})).clients).toBe(1);
  });

  test('the demo base asks nothing, with a key store and without one', async () => {
    const none = { backend: null, usable: false, opened: {}, refused: [], fresh: null };
    const { window } = openHosted(profile, 'desktop', none);
    const { code, group } = await window.gate.newCode({});
    await window.gate.confirmCode({ text: code.split('-')[group - 1] ?? '' });
    await window.settings.openProfile({ kind: 'demo' });
    expect((await window.gate.state({})).shut).toBeNull();
    expect((await window.status.get({})).clients).toBeGreaterThan(1);
    expect(fs.existsSync(keyFileOf(`${profile}-demo`))).toBe(true);
    expect(fs.existsSync(keyFileOf(profile))).toBe(false);
  });

  test('the browser shell asks for the code of such a base and never adds a key file silently', async () => {
    const first = desktop(store);
    const code = await prove(first.window);
    first.close();
    const browser = openHosted(profile);
    expect((await browser.window.gate.state({})).shut).toBe('noOpener');
    await browser.window.gate.unlock({ code });
    expect((await browser.window.settings.get({})).ready).toBe(false);
    browser.close();
    expect(kinds()).toEqual(['osKeyStore', 'recoveryCode']);
    expect(fs.existsSync(keyFileOf(profile))).toBe(false);
  });

  test('a base of the browser shell opens on the desktop, which adds itself; the key file goes only when asked', async () => {
    const first = openHosted(profile);
    await addClient(first.window, 'Prvý');
    await expect(first.window.keys.removeKeyFile({})).rejects.toMatchObject({ data: { reason: 'onlyWay' } });
    first.close();
    const here = desktop(store);
    expect(kinds()).toEqual(['keyFile', 'osKeyStore']);
    expect(await here.window.keys.state({})).toMatchObject({ canRemoveKeyFile: true, canRemember: null });
    await here.window.keys.removeKeyFile({});
    here.close();
    expect(kinds()).toEqual(['osKeyStore']);
    expect(fs.existsSync(keyFileOf(profile))).toBe(false);
    expect((await desktop(store).window.status.get({})).clients).toBe(1);
  });
});
