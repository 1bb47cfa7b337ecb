import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { finishRestore } from '#main/data/backup/restore-swap.ts';
import { verifyBase } from '#main/data/verify.ts';
import { write } from '#main/data/write.ts';
import { client } from '#shared/entities/clients.ts';
import { makeFolder } from '../../../helpers/folder.ts';
import { backUp, WRAPPING } from '../../../helpers/restored-base.ts';
import { openTestEngine, type TestEngine } from '../../../helpers/test-engine.ts';

const KEY = WRAPPING;
const child = path.resolve(import.meta.dirname, '../../../helpers/restore-until-killed.ts');

function add({ base }: TestEngine, name: string): void {
  write(base, { key: 'clientCreated', params: { name } }, (tx) =>
    tx.create(client, base.newId(), { name, status: 'prospect' }),
  );
}

const namesIn = ({ base }: TestEngine): unknown[] =>
  base.reader.prepare('SELECT name FROM client ORDER BY name').pluck().all();

test('killed before any step of a restore, the next start has the old base whole or the new one', {
  timeout: 180_000,
}, () => {
  const engine = openTestEngine({ folder: makeFolder(), key: KEY });
  add(engine, 'V zálohe');
  const backup = backUp(engine);
  add(engine, 'Po zálohe');
  engine.close();
  const outcomes: string[] = [];
  let swapped = 0;
  for (let step = 1; ; step += 1) {
    const folder = makeFolder();
    cpSync(engine.folder, folder, { recursive: true });
    const { signal, status, stderr } = spawnSync(
      process.execPath,
      [...process.execArgv, child, folder, backup, KEY.toString('hex'), String(step)],
      { encoding: 'utf8' },
    );
    const wasReady = existsSync(path.join(folder, 'restoring', 'ready.json'));
    if (wasReady) swapped += 1;
    finishRestore(folder);
    const again = openTestEngine({ folder, key: KEY });
    const names = namesIn(again);
    expect(verifyBase(again.base).problems).toEqual([]);
    again.close();
    expect(existsSync(path.join(folder, 'restoring'))).toBe(false);
    const outcome = names.length === 1 ? 'new' : 'old';
    expect([step, names]).toEqual([step, outcome === 'new' ? ['V zálohe'] : ['Po zálohe', 'V zálohe']]);
    if (wasReady) expect([step, outcome]).toEqual([step, 'new']);
    if (outcome === 'new') {
      const [aside = ''] = readdirSync(path.join(folder, 'aside'));
      const kept = openTestEngine({ folder: path.join(folder, 'aside', aside), key: KEY });
      expect(namesIn(kept)).toEqual(['Po zálohe', 'V zálohe']);
      kept.close();
    }
    outcomes.push(outcome);
    if (signal === null) {
      expect([status, stderr]).toEqual([0, expect.any(String)]);
      break;
    }
  }
  // Every step before the mark left the old base, every one after it the new.
  expect(outcomes.join(' ')).toMatch(/^(old )+(new ?)+$/);
  expect(swapped).toBeGreaterThan(5);
});
