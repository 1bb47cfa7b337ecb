import { execFile } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { verifyBase } from '#main/data/verify.ts';
import { invite, openBase, signIn } from '../../../helpers/joining-base.ts';
import { startServer } from '../../../helpers/start-server.ts';
import { newClient } from '../../../helpers/team-work.ts';
import type { TestEngine } from '../../../helpers/test-engine.ts';

const run = promisify(execFile);
const script = fileURLToPath(new URL('../../../helpers/exchange-until-killed.ts', import.meta.url));
const ICOS = ['00323748', '50005448', '36421928'];

async function visit({ client, base }: TestEngine, at: string, summary: string): Promise<void> {
  await client.meetings.log({
    id: base.newId(),
    values: { client: at, kind: 'visit', happenedAt: 1_790_000_000_000, zone: 'Europe/Bratislava', summary },
  });
}

test('killed before each request and each answer of a joining: it goes on, and each client and visit is there once', {
  timeout: 120_000,
}, async () => {
  const server = await startServer();
  const [first, second] = [openBase(), openBase()];
  for (const [engine, who] of [
    [first, 'prvý'],
    [second, 'druhý'],
  ] as const)
    for (const ico of ICOS) await visit(engine, newClient(engine, `Firma ${ico}`, { ico }), `${who} ${ico}`);
  const own = newClient(second, 'Len moja');

  await signIn(first, server, 'prvy@firma.sk', server.adminInvitation);
  await first.client.sync.now({});
  await first.client.sync.join({});
  await first.client.sync.now({});
  const email = 'druhy@firma.sk';
  expect(await signIn(second, server, email, await invite(first, email))).toBe(true);
  second.close();

  let killed = 0;
  for (let step = 1; ; step += 1) {
    const args = [
      ...process.execArgv,
      script,
      second.folder,
      second.key.toString('hex'),
      String(step),
      'join',
    ];
    const ended = await run(process.execPath, args).then(
      () => 'done',
      ({ signal }: { signal: string }) => signal,
    );
    if (ended === 'done') break;
    expect(ended).toBe('SIGKILL');
    killed = step;
  }
  expect(killed).toBeGreaterThan(8);

  const again = openBase({ folder: second.folder, key: second.key });
  for (const engine of [again, first, again]) await engine.client.sync.now({});
  for (const { client, base } of [again, first]) {
    expect(await client.sync.verify({})).toMatchObject({ equal: true, trouble: null });
    expect(verifyBase(base).problems).toEqual([]);
    expect((await client.sync.state({})).unsent).toBe(0);
    const { rows, total } = await client.clients.list({ filter: {} });
    expect(total).toBe(ICOS.length + 1);
    expect(rows.map(({ id }) => id)).toContain(own);
    const visits = base.reader.prepare('SELECT summary FROM interaction ORDER BY summary').pluck().all();
    expect(visits).toEqual(['druhý', 'prvý'].flatMap((who) => ICOS.map((ico) => `${who} ${ico}`)).toSorted());
  }
});
