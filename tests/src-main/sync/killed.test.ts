import { execFile } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { expectAgreement, startTeam } from '../../helpers/team.ts';
import { editClient, newClient } from '../../helpers/team-work.ts';

const run = promisify(execFile);
const script = fileURLToPath(new URL('../../helpers/exchange-until-killed.ts', import.meta.url));

test('killed before each request and before each answer of an exchange: nothing is lost, nothing is there twice', {
  timeout: 120_000,
}, async () => {
  const team = await startTeam();
  const [eva, jan] = [await team.add('eva'), await team.add('jan')];
  const firm = newClient(jan, 'Píla');
  await jan.sync();
  eva.close();
  let killed = 0;
  for (let step = 1; ; step += 1) {
    editClient(jan, firm, { town: `Obec ${step}` });
    await jan.sync();
    const ended = await run(process.execPath, [
      ...process.execArgv,
      script,
      eva.folder,
      eva.key.toString('hex'),
      String(step),
    ]).then(
      () => 'done',
      ({ signal }: { signal: string }) => signal,
    );
    if (ended === 'done') break;
    expect(ended).toBe('SIGKILL');
    killed = step;
  }
  expect(killed).toBeGreaterThan(8);
  const again = eva.restart();
  await expectAgreement(again, jan);
  const names = jan.base.reader
    .prepare(`SELECT name FROM client WHERE name LIKE 'Krok %'`)
    .pluck()
    .all() as string[];
  expect(new Set(names).size).toBe(killed + 1);
  expect(names).toHaveLength(killed + 1);
  expect((await jan.client.conflicts.list({})).rows).toEqual([]);
});
