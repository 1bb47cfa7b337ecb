import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { saveDraft } from '#main/data/drafts.ts';
import { undoAction } from '#main/data/undo.ts';
import { verifyBase } from '#main/data/verify.ts';
import { write } from '#main/data/write.ts';
import { fillWhenEmpty } from '#main/engine/demo.ts';
import { derivedColumns } from '#main/data/codec.ts';
import { client, contact } from '#shared/entities/clients.ts';
import { entities } from '#shared/entities/index.ts';
import { addClient, attachBytes, attachedBytes, pictureBytes } from '../../../helpers/attached.ts';
import { makeFolder } from '../../../helpers/folder.ts';
import { oldBase } from '../../../helpers/old-base.ts';
import { backUp, restoreInto } from '../../../helpers/restored-base.ts';
import { openTestEngine, type TestEngine } from '../../../helpers/test-engine.ts';

const PAGE = 4096;
const KEY = Buffer.alloc(32, 9);

/** Every record of the base as text, by id; a member made with the base has the time of the base. */
function recordsOf({ base }: TestEngine): Map<string, string> {
  const rows = new Map<string, string>();
  for (const { table } of Object.values(entities)) {
    const all = base.reader.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[];
    for (const { id, ...row } of all)
      rows.set(String(id), JSON.stringify(table === 'member' ? { name: row['name'] } : row));
  }
  return rows;
}

interface Leaf {
  page: number;
  rows: number;
}

/** What SQLite itself says of the pages: leaves of the records' tables, and pages that hold the rest of long rows. */
function leavesOf({ base }: TestEngine): Leaf[] {
  const tables = Object.values(entities).map(({ table }) => table);
  return base.reader
    .prepare<[string], { pageno: number; ncell: number; pagetype: string }>(
      `SELECT pageno, ncell, pagetype FROM dbstat
       WHERE name IN (SELECT value FROM json_each(?)) AND pagetype IN ('leaf', 'overflow')`,
    )
    .all(JSON.stringify(tables))
    .map(({ pageno, ncell, pagetype }) => ({ page: pageno, rows: pagetype === 'leaf' ? ncell : 1 }));
}

interface Prepared {
  folder: string;
  truth: Map<string, string>;
  /** The base of before, which the backup holds. */
  held: Map<string, string>;
  leaves: Leaf[];
  pages: number;
  backup: string;
}

/** A backup, then an afternoon of work: new people, edits, a deletion, an undo, a draft. */
async function prepare(): Promise<Prepared> {
  const engine = openTestEngine({ folder: makeFolder(), key: KEY });
  const { base, folder } = engine;
  await fillWhenEmpty(engine);
  const people = base.reader.prepare('SELECT id FROM contact ORDER BY id LIMIT 40').pluck().all() as string[];
  const taken = write(base, { key: 'contactAdded', params: {} }, (tx) =>
    tx.create(contact, base.newId(), { lastName: 'Vzatá', firstName: 'Späť' }),
  );
  const held = recordsOf(engine);
  const backup = backUp(engine);
  for (let at = 0; at < 60; at += 1)
    write(base, { key: 'contactAdded', params: {} }, (tx) =>
      tx.create(contact, base.newId(), { lastName: `Nováková ${at}`, notes: 'x'.repeat(at * 150) }),
    );
  for (const id of people)
    write(base, { key: 'contactEdited', params: {} }, (tx) =>
      tx.edit(contact, id, { notes: `prepísané ${id}` }),
    );
  write(base, { key: 'contactDeleted', params: {} }, (tx) => tx.remove(contact, people[0] ?? ''));
  undoAction(base, taken.action ?? '');
  saveDraft(base, {
    key: 'note',
    entity: 'contact',
    record: base.newId(),
    client: null,
    values: { lastName: 'Roz' },
  });
  base.writer.pragma('wal_checkpoint(TRUNCATE)');
  const truth = recordsOf(engine);
  const leaves = leavesOf(engine);
  const pages = base.writer.pragma('page_count', { simple: true }) as number;
  engine.close();
  return { folder, truth, held, leaves, pages, backup };
}

function damagedCopy(folder: string, damage: (file: Buffer) => void): string {
  const copy = makeFolder();
  cpSync(folder, copy, { recursive: true });
  const file = readFileSync(join(copy, 'vizitka.db'));
  damage(file);
  writeFileSync(join(copy, 'vizitka.db'), file);
  return copy;
}

test('a base without any damage is rebuilt whole from its pages', async () => {
  const { folder, truth } = await prepare();
  const restored = restoreInto(folder, KEY, { is: 'readable' }, [KEY]);
  expect(restored.salvaged).toMatchObject({ lostPages: 0, refused: 0, drafts: 1 });
  const again = openTestEngine({ folder, key: KEY });
  expect(recordsOf(again)).toEqual(truth);
  expect(verifyBase(again.base).problems).toEqual([]);
  again.close();
});

test('what was written after the backup comes over in order, and undo still knows it', async () => {
  const { folder, truth, backup } = await prepare();
  const restored = restoreInto(folder, KEY, { is: 'backup', file: backup }, [KEY]);
  expect(restored.salvaged).toMatchObject({ lostPages: 0, refused: 0, actions: 102 });
  const again = openTestEngine({ folder, key: KEY });
  expect(recordsOf(again)).toEqual(truth);
  expect(verifyBase(again.base).problems).toEqual([]);
  const [undone, deleted, edited] = await again.client.undo.recent({ limit: 3 });
  expect([undone?.label.key, deleted?.label.key, edited?.label.key]).toEqual([
    'contactDeleted',
    'contactEdited',
    'contactEdited',
  ]);
  expect(await again.client.drafts.get({ key: 'note' })).toMatchObject({ values: { lastName: 'Roz' } });
  again.close();
});

test('attachments keep their bytes, also of a base that only its pages tell of', async () => {
  const engine = openTestEngine({ folder: makeFolder(), key: KEY });
  const { folder, base } = engine;
  const backup = backUp(engine);
  const pekaren = await addClient(engine);
  const bytes = pictureBytes(70_000);
  const photo = await attachBytes(engine, pekaren, bytes);
  base.writer.pragma('wal_checkpoint(TRUNCATE)');
  engine.close();
  const olderBackup = damagedCopy(folder, () => {});
  for (const [place, source] of [
    [folder, { is: 'readable' }],
    [olderBackup, { is: 'backup', file: backup }],
  ] as const) {
    const { aside } = restoreInto(place, KEY, source, [KEY]);
    // The person keeps the damaged base no longer.
    rmSync(aside ?? '', { recursive: true });
    for (const _ of [1, 2]) {
      const again = openTestEngine({ folder: place, key: KEY });
      expect(await again.client.attachments.list({ client: pekaren })).toMatchObject([{ state: 'local' }]);
      expect(await attachedBytes(again, photo)).toEqual(bytes);
      expect(verifyBase(again.base).problems).toEqual([]);
      again.close();
    }
  }
});

test('the first page gone, nothing else is: the rest tells by its shape what it is', async () => {
  const { folder, truth } = await prepare();
  const copy = damagedCopy(folder, (file) => file.fill(0, 0, PAGE));
  restoreInto(copy, KEY, { is: 'readable' }, [KEY]);
  const again = openTestEngine({ folder: copy, key: KEY });
  expect(recordsOf(again)).toEqual(truth);
  again.close();
});

test('rows of before a table got more columns tell it too', () => {
  const id = '0192d1f0-0000-7000-8000-000000000001';
  const { sort_name: sorted, match_key: matched } = derivedColumns(client, { name: 'Stará firma' });
  const folder = oldBase(
    2,
    KEY,
    `INSERT INTO client (id, created_at, name, status, sort_name, match_key)
     VALUES ('${id}', 1, 'Stará firma', 'active', '${String(sorted)}', '${String(matched)}')`,
  );
  openTestEngine({ folder, key: KEY }).close();
  const copy = damagedCopy(folder, (file) => file.fill(0, 0, PAGE));
  restoreInto(copy, KEY, { is: 'readable' }, [KEY]);
  const again = openTestEngine({ folder: copy, key: KEY });
  expect(again.base.reader.prepare('SELECT id, name FROM client').all()).toEqual([
    { id, name: 'Stará firma' },
  ]);
  again.close();
});

test('pages flipped and zeroed anywhere: what was readable is there, as it was', {
  timeout: 240_000,
}, async () => {
  const prepared = await prepare();
  const { folder, truth, held, leaves, pages, backup } = prepared;
  const page = fc.integer({ min: 1, max: pages });
  const damage = fc.array(
    fc.record({ page, byte: fc.integer({ min: 0, max: PAGE - 1 }), zero: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 40,
    },
  );
  fc.assert(
    fc.property(damage, fc.boolean(), (hits, withBackup) => {
      const copy = damagedCopy(folder, (file) => {
        for (const { page: no, byte, zero } of hits) {
          const at = (no - 1) * PAGE;
          if (zero) file.fill(0, at, at + PAGE);
          else file[at + byte] = (file[at + byte] ?? 0) ^ 0x10;
        }
      });
      const hit = new Set(hits.map(({ page: no }) => no));
      const mostLost = leaves.reduce((sum, { page: no, rows }) => sum + (hit.has(no) ? rows : 0), 0);
      const broken = readFileSync(join(copy, 'vizitka.db'));
      const source = withBackup ? ({ is: 'backup', file: backup } as const) : ({ is: 'readable' } as const);
      const { salvaged, aside } = restoreInto(copy, KEY, source, [KEY]);
      const again = openTestEngine({ folder: copy, key: KEY });
      const records = recordsOf(again);
      const { problems } = verifyBase(again.base);
      again.close();
      expect(problems).toEqual([]);
      expect(salvaged?.lostPages).toBeLessThanOrEqual(hit.size);
      expect(readFileSync(join(aside ?? '', 'vizitka.db'))).toEqual(broken);
      const missing = [...truth.keys()].filter((id) => !records.has(id));
      expect(missing.length).toBeLessThanOrEqual(mostLost);
      if (withBackup) for (const id of missing) expect(held.has(id)).toBe(false);
      const differing = [...truth].filter(([id, row]) => records.has(id) && records.get(id) !== row);
      expect(differing.length + missing.length).toBeLessThanOrEqual(mostLost);
    }),
    { numRuns: Number(process.env.SALVAGE_RUNS ?? 12), seed: 20261124 },
  );
  expect(existsSync(join(folder, 'vizitka.db'))).toBe(true);
});
