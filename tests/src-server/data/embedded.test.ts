import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openDatabase } from '#server/data/database.ts';
import { makeFolder } from '../../helpers/folder.ts';

function makeDataDir(): string {
  const folder = makeFolder();
  // PostgreSQL's own user must get through when the tests run as root
  chmodSync(folder, 0o711);
  return path.join(folder, 'data');
}

test('keeps what it was given over a stop, waits for the disk, and refuses a second server', async () => {
  const dataDir = makeDataDir();
  const first = await openDatabase({ dataDir });
  expect((await first.pool.query('SHOW fsync')).rows).toEqual([{ fsync: 'on' }]);
  expect((await first.pool.query('SHOW synchronous_commit')).rows).toEqual([{ synchronous_commit: 'on' }]);
  expect((await first.pool.query('SHOW listen_addresses')).rows).toEqual([{ listen_addresses: '127.0.0.1' }]);
  await expect(openDatabase({ dataDir })).rejects.toThrow('Another server uses');
  await first.asKeeper((client) =>
    client.query(
      `INSERT INTO sync.leave VALUES ('00000000-0000-7000-8000-000000000001', 1, '00000000-0000-7000-8000-000000000002', 'x')`,
    ),
  );
  await first.close();
  expect(readdirSync(path.join(dataDir)).sort()).toEqual(['postgres', 'postgres-password']);
  const second = await openDatabase({ dataDir });
  expect((await second.asKeeper((client) => client.query('SELECT 1 FROM sync.leave'))).rowCount).toBe(1);
  await second.close();
});

test('a server that was killed leaves its PostgreSQL behind: the next start takes over', async () => {
  const dataDir = makeDataDir();
  const script = fileURLToPath(new URL('../../helpers/hold-database.ts', import.meta.url));
  const child = spawn(process.execPath, [...process.execArgv, script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const next = await openDatabase({ dataDir });
  expect((await next.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  await next.close();
});
