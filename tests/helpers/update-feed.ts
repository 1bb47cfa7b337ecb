/** A server of updates on this computer: a folder of signed files, changed by the tests, and what was asked of it. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const signer = fileURLToPath(new URL('../../scripts/sign-update.mjs', import.meta.url));
/** The description for this system; electron-updater looks for no other. */
export const DESCRIPTION = {
  linux: process.arch === 'x64' ? 'latest-linux.yml' : `latest-linux-${process.arch}.yml`,
  darwin: 'latest-mac.yml',
  win32: 'latest.yml',
}[process.platform as string] as string;
const EXTENSION = { linux: 'AppImage', darwin: 'zip', win32: 'exe' }[process.platform as string] as string;

export interface TestFeed {
  readonly folder: string;
  readonly url: string;
  /** Base64, as in the administrator's file. */
  readonly publicKey: string;
  /** Paths, in order. */
  readonly asked: string[];
  readonly headers: http.IncomingHttpHeaders[];
  /** Answers instead of the file. */
  answer(name: string, answer: http.RequestListener): void;
  /** Puts a version there, signed; gives the name of its file. */
  offer(version: string, content?: string | Buffer): string;
  sign(): void;
  close(): void;
}

export async function serveFeed(folder: string): Promise<TestFeed> {
  const key = `${folder}-key.pem`;
  fs.mkdirSync(folder, { recursive: true });
  const publicKey = makeKeys(key);
  const asked: string[] = [];
  const headers: http.IncomingHttpHeaders[] = [];
  const answers = new Map<string, http.RequestListener>();
  const server = http.createServer((request, response) => {
    const name = (request.url ?? '').replace(/^\//, '');
    asked.push(name);
    headers.push(request.headers);
    const answer = answers.get(name);
    if (answer) return answer(request, response);
    const file = path.join(folder, name);
    if (!fs.existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-length': fs.statSync(file).size });
    return fs.createReadStream(file).pipe(response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const sign = (): void => {
    runSigner('sign', key, folder);
  };
  return {
    folder,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    publicKey,
    asked,
    headers,
    answer: (name, answer) => void answers.set(name, answer),
    offer(version, content = `Vizitka ${version}`) {
      const name = `Vizitka-${version}-${process.arch}.${EXTENSION}`;
      fs.writeFileSync(path.join(folder, name), content);
      fs.writeFileSync(path.join(folder, DESCRIPTION), describe(version, name, Buffer.from(content)));
      sign();
      return name;
    },
    sign,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** As electron-builder writes it. */
export function describe(version: string, name: string, content: Buffer): string {
  const sum = createHash('sha512').update(content).digest('base64');
  return [
    `version: ${version}`,
    'files:',
    `  - url: ${name}`,
    `    sha512: ${sum}`,
    `    size: ${content.length}`,
    `path: ${name}`,
    `sha512: ${sum}`,
    "releaseDate: '2026-11-24T04:00:00.000Z'",
    '',
  ].join('\n');
}

/** The public half, as it is printed. */
export function makeKeys(file: string): string {
  return runSigner('keys', file).trim().split('\n').at(-1) ?? '';
}

function runSigner(...args: string[]): string {
  return execFileSync(process.execPath, [signer, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
