/** The administrator's file: what is taken from it, and what is not. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { expect, test, vi } from 'vitest';
import { readUpdateConfig, updateConfigFile } from '#main/shell-desktop/update-config.ts';
import { makeFolder } from '../../helpers/folder.ts';

const publicKey = derOf(generateKeyPairSync('ed25519').publicKey);
const good = { url: 'https://updates.example/vizitka/', publicKey };

function derOf(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'der' }).toString('base64');
}

function read(written: unknown) {
  const file = path.join(makeFolder(), 'updates.json');
  fs.writeFileSync(file, typeof written === 'string' ? written : JSON.stringify(written));
  return readUpdateConfig(file);
}

test('no file is no setting', () => {
  expect(readUpdateConfig(path.join(makeFolder(), 'updates.json'))).toBeNull();
});

test.each([
  'https://updates.example/vizitka/',
  'https://updates.example:8443',
  'http://127.0.0.1:8080/',
  'http://[::1]:8080/',
  'http://localhost/updates',
])('%s is taken', (url) => {
  const config = read({ ...good, url });
  expect(config?.url.href).toBe(new URL(url).href);
  expect(config && derOf(config.publicKey)).toBe(publicKey);
});

test.each([
  ['no JSON', '{'],
  ['a list', []],
  ['no address', { publicKey }],
  ['no key', { url: good.url }],
  ['an address without a server', { ...good, url: 'updates' }],
  ['plain HTTP to another computer', { ...good, url: 'http://updates.example/' }],
  ['plain HTTP into the own network', { ...good, url: 'http://192.168.1.10/' }],
  ['a name that only begins like this computer', { ...good, url: 'http://127.0.0.1.example/' }],
  ['a name that only ends like this computer', { ...good, url: 'http://not-localhost/' }],
  ['a name in the address', { ...good, url: 'https://a@updates.example/' }],
  ['a password in the address', { ...good, url: 'https://:b@updates.example/' }],
  ['a query', { ...good, url: 'https://updates.example/?to=other' }],
  ['another protocol', { ...good, url: 'file:///srv/updates/' }],
  ['a key that is none', { ...good, publicKey: 'AAAA' }],
  ['a key of another kind', { ...good, publicKey: derOf(generateKeyPairSync('x25519').publicKey) }],
  ['one thing more', { ...good, channel: 'beta' }],
  ['a file without end', { ...good, url: `https://updates.example/${'x'.repeat(70_000)}` }],
])('%s is refused', (_, written) => {
  expect(() => read(written)).toThrow();
});

test('its place is the system’s, wherever the environment points', () => {
  for (const name of ['HOME', 'XDG_CONFIG_HOME', 'APPDATA', 'LOCALAPPDATA', 'ProgramData'])
    vi.stubEnv(name, makeFolder());
  const places: Partial<Record<NodeJS.Platform, string>> = {
    linux: '/etc/vizitka/updates.json',
    darwin: '/Library/Application Support/Vizitka/updates.json',
  };
  if (process.platform === 'win32') expect(updateConfigFile()).toMatch(/^[A-Z]:\\Program Files\\Vizitka\\/);
  else expect(updateConfigFile()).toBe(places[process.platform]);
  vi.unstubAllEnvs();
});
