/** The table `merged` against its rule, whatever is written into the two tables and in whatever order. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isOwn, standingFor, standingIds, winnerId, winnerOf } from '#main/data/merged.ts';
import { verifyBase } from '#main/data/verify.ts';
import { openTestEngine, type TestEngine } from '../../helpers/test-engine.ts';

let engine: TestEngine;
beforeEach(() => {
  engine = openTestEngine();
});
afterEach(() => engine.close());

interface Row {
  into: string | null;
  isDeleted: boolean;
}
type Model = Map<string, Row>;

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const someId = fc.constantFrom(...IDS);
const step = fc.oneof(
  fc.record({ does: fc.constant('point' as const), id: someId, into: fc.option(someId) }),
  fc.record({ does: fc.constant('delete' as const), id: someId, into: fc.constant(null) }),
  fc.record({ does: fc.constant('restore' as const), id: someId, into: fc.constant(null) }),
  fc.record({ does: fc.constant('takeOut' as const), id: someId, into: fc.constant(null) }),
);

/** At the end of the pointers; of a ring the lowest id that can be reached. */
function shownAt(model: Model, id: string): string {
  const seen: string[] = [];
  for (let at = id; ; ) {
    seen.push(at);
    const next = model.get(at)?.into ?? null;
    if (next === null || model.get(next)?.isDeleted !== false) return at;
    if (seen.includes(next)) return seen.toSorted()[0] as string;
    at = next;
  }
}

describe.each(['client', 'contact'])('%s', (table) => {
  const write = (sql: string, ...values: unknown[]) => engine.base.writer.prepare(sql).run(...values);
  const columns = table === 'client' ? 'name, status, sort_name, match_key' : 'last_name, sort_name';
  const values = table === 'client' ? `'x', 'active', 'x', 'x'` : `'x', 'x'`;

  function apply(model: Model, { does, id, into }: { does: string; id: string; into: string | null }): void {
    const row = model.get(id);
    if (does === 'point' && !row) {
      model.set(id, { into, isDeleted: false });
      write(
        `INSERT INTO ${table} (id, created_at, merged_into, ${columns}) VALUES (?, 0, ?, ${values})`,
        id,
        into,
      );
    } else if (does === 'point' && row) {
      row.into = into;
      write(`UPDATE ${table} SET merged_into = ? WHERE id = ?`, into, id);
    } else if (does === 'takeOut') {
      model.delete(id);
      write(`DELETE FROM ${table} WHERE id = ?`, id);
    } else if (row) {
      row.isDeleted = does === 'delete';
      write(`UPDATE ${table} SET deleted_at = ? WHERE id = ?`, row.isDeleted ? 1 : null, id);
    }
  }

  test('is shown at the end of its pointers, each at one that is alive', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        write(`DELETE FROM ${table}`);
        const model: Model = new Map();
        for (const one of steps) apply(model, one);
        const db = engine.base.writer;
        const alive = [...model]
          .filter(([, { isDeleted }]) => !isDeleted)
          .map(([id]) => id)
          .toSorted();
        const wanted = alive.map((id) => [id, shownAt(model, id)]);
        expect(alive.map((id) => [id, winnerId(db, id)])).toEqual(wanted);
        const winners = [...new Set(wanted.map(([, winner]) => winner as string))].sort();
        const own = `SELECT id FROM ${table} WHERE deleted_at IS NULL AND ${isOwn()} ORDER BY id`;
        expect(db.prepare(own).pluck().all()).toEqual(winners);
        // each living one stands for itself and its losers, and nothing stands for two
        const standing = winners.flatMap((id) => standingIds(db, id));
        expect(standing.sort()).toEqual(alive);
        for (const id of winners) {
          const found = db.prepare(`SELECT id FROM ${table} WHERE id IN ${standingFor()} ORDER BY id`);
          expect(found.pluck().all(id)).toEqual(standingIds(db, id).sort());
        }
        const resolved = `SELECT id, ${winnerOf(`${table}.id`)} FROM ${table} WHERE deleted_at IS NULL ORDER BY id`;
        expect(db.prepare(resolved).raw().all()).toEqual(wanted);
        const found = verifyBase(engine.base).problems.filter(({ check }) => check === 'merged');
        expect(found).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('what verify would find', () => {
    const model: Model = new Map();
    apply(model, { does: 'point', id: 'b', into: null });
    apply(model, { does: 'point', id: 'a', into: 'b' });
    write('DELETE FROM merged');
    write(`INSERT INTO merged (loser, winner) VALUES ('b', 'a')`);
    const found = verifyBase(engine.base).problems.filter(({ check }) => check === 'merged');
    expect(found.map(({ detail }) => detail)).toEqual([`${table} a`, `${table} b`]);
  });

  test('follows an id that was changed', () => {
    const model: Model = new Map();
    for (const one of [
      { id: 'b', into: null },
      { id: 'a', into: 'b' },
    ])
      apply(model, { does: 'point', ...one });
    write(`UPDATE ${table} SET id = 'z', merged_into = NULL WHERE id = 'b'`);
    expect(winnerId(engine.base.writer, 'a')).toBe('a');
    write(`UPDATE ${table} SET merged_into = 'z' WHERE id = 'a'`);
    expect(winnerId(engine.base.writer, 'a')).toBe('z');
  });
});
