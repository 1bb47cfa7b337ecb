import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openReadable } from '#main/data/connection.ts';
import { openEngine } from '#main/engine/engine.ts';
import { makeFolder } from '../../helpers/folder.ts';
import { oldBase } from '../../helpers/old-base.ts';

const KEY = Buffer.alloc(32, 9);

const FIRM = `INSERT INTO client (id, created_at, name, status, sort_name, match_key)
  VALUES ('0192d1f0-0000-7000-8000-000000000001', 1, 'Stará firma', 'active', 'x', 'x')`;

describe('a base of an older version', () => {
  test('opens in the new one without loss, and a copy of it is kept', () => {
    const folder = oldBase(2, KEY, FIRM);
    const engine = openEngine({ folder }, KEY);
    const { reader } = engine.base;
    expect(reader.prepare('SELECT name FROM client').all()).toEqual([{ name: 'Stará firma' }]);
    expect(
      reader.prepare(`SELECT 1 AS there FROM sqlite_schema WHERE name = 'change_unsent'`).all(),
    ).toHaveLength(1);
    engine.close();
    const [copy, ...more] = readdirSync(join(folder, 'copies'));
    expect(more).toEqual([]);
    const before = openReadable(join(folder, 'copies', copy ?? ''), KEY);
    expect(before.prepare('SELECT name FROM client').all()).toEqual([{ name: 'Stará firma' }]);
    expect(before.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'change_unsent'`).all()).toEqual([]);
    before.close();
  });

  test('is not copied when there is nothing to migrate', () => {
    const folder = makeFolder();
    openEngine({ folder }, KEY).close();
    openEngine({ folder }, KEY).close();
    expect(readdirSync(folder)).not.toContain('copies');
  });
});

test('a wrong key is told apart, and the file stays as it was', () => {
  const folder = oldBase(3, KEY, FIRM);
  const file = join(folder, 'vizitka.db');
  const before = readFileSync(file);
  expect(() => openEngine({ folder }, Buffer.alloc(32, 1))).toThrowError(
    expect.objectContaining({ code: 'SQLITE_NOTADB' }),
  );
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('after an unclean exit a damaged base is found out at the start', () => {
  const folder = makeFolder();
  const engine = openEngine({ folder }, KEY);
  engine.base.writer.pragma('wal_checkpoint(TRUNCATE)');
  engine.base.writer.close();
  engine.base.reader.close();
  const file = join(folder, 'vizitka.db');
  const bytes = readFileSync(file);
  bytes.fill(0, bytes.length - 8192, bytes.length - 4096);
  writeFileSync(file, bytes);
  expect(() => openEngine({ folder }, KEY)).toThrowError(
    expect.objectContaining({ code: expect.stringMatching(/^SQLITE_(CORRUPT|NOTADB|IOERR)/) }),
  );
});
