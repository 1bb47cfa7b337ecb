/** The window's addresses in the desktop: exactly the built files, under the policy, and nothing else. */
import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { answerPage } from '#main/shell-desktop/answer-page.ts';
import { readStaticFiles, type StaticFiles } from '#main/shell-window/static-files.ts';
import { makeFolder } from '../../helpers/folder.ts';

let files: StaticFiles;
beforeEach(() => {
  const folder = makeFolder();
  const built = path.join(folder, 'renderer');
  fs.mkdirSync(path.join(built, 'assets'), { recursive: true });
  fs.writeFileSync(
    path.join(built, 'index.html'),
    '<html lang="sk"><meta name="csp-nonce" content="__NONCE__">',
  );
  fs.writeFileSync(path.join(built, 'assets', 'main.js'), 'export {};');
  fs.writeFileSync(path.join(folder, 'secret.json'), '{}');
  files = readStaticFiles(built) as StaticFiles;
});

const ask = (url: string, method = 'GET') => answerPage({ url, method }, files, 'en');

test('a page carries a nonce of its own, the policy names it, and scripts get none', async () => {
  const first = ask('app://vizitka/');
  const second = ask('app://vizitka/clients/0190a3b4-0000-7000-8000-000000000000');
  const nonce = /content="([^"]+)"/.exec(await first.text())?.[1];
  expect(nonce?.length).toBeGreaterThan(20);
  const policy = first.headers.get('content-security-policy') ?? '';
  expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(await second.text()).not.toContain(nonce);
});

test('a page begins in the language that was spoken last', async () => {
  expect(await ask('app://vizitka/').text()).toContain('<html lang="en">');
});

test('a file comes with its type and is never kept', async () => {
  const answer = ask('app://vizitka/assets/main.js');
  expect(await answer.text()).toBe('export {};');
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test('the microphone and the camera are left for main to decide, nothing else is', () => {
  const policy = ask('app://vizitka/').headers.get('permissions-policy') ?? '';
  expect(policy).toContain('camera=(self)');
  expect(policy).toContain('microphone=(self)');
  expect(policy.match(/=\(self\)/g)).toHaveLength(2);
  expect(policy).toContain('geolocation=()');
});

describe('everything else is refused', () => {
  test.each([
    ['app://vizitka/../secret.json', 404],
    ['app://vizitka/%2e%2e/secret.json', 404],
    ['app://vizitka/..%2fsecret.json', 404],
    ['app://vizitka/assets/..%5c..%5csecret.json', 404],
    ['app://vizitka//etc/passwd', 404],
    ['app://vizitka/assets/', 404],
    ['app://vizitka/index.html', 404],
    ['app://vizitka/clients/Jana', 404],
    ['app://evil/assets/main.js', 403],
    ['app://vizitka.evil.example/', 403],
  ])('%s', (url, status) => {
    const answer = ask(url);
    expect(answer.status).toBe(status);
    expect(answer.body).toBeNull();
  });
  test('writing methods', () => {
    expect(ask('app://vizitka/', 'POST').status).toBe(405);
  });
});
