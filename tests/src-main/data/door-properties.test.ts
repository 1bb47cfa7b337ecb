import fc from 'fast-check';
import { expect, test } from 'vitest';
import { undoAction } from '#main/data/undo.ts';
import { write, writeInBulk } from '#main/data/write.ts';
import { foldWords } from '#shared/domain/text/fold.ts';
import { client, contact, position } from '#shared/entities/clients.ts';
import { openTestEngine, type TestEngine } from '../../helpers/test-engine.ts';

const LABEL = { key: 'test', params: {} };
const WORDS = ['Píla', 'Ďumbier', 'Kôň', 'Łódź', 'Eva', 'Fox', 'ČSOB', 'Žilina', 'O’Neill', 'Straße'];
const name = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 })
  .map((words) => words.join(' '));
const town = fc.constantFrom('Žilina', 'Martin', null);
const pick = fc.nat({ max: 30 });

/** What a person may do; records are picked by number among those made so far. */
const step = fc.oneof(
  fc.record({ do: fc.constant('client' as const), name, town }),
  fc.record({ do: fc.constant('person' as const), name, pick }),
  fc.record({ do: fc.constant('edit' as const), name, town, pick }),
  fc.record({ do: fc.constant('remove' as const), pick }),
  fc.record({ do: fc.constant('undo' as const), pick }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

interface Made {
  clients: string[];
  actions: string[];
}

function take({ base }: TestEngine, made: Made, what: Step): void {
  const of = (ids: string[], at: number) => ids[at % Math.max(1, ids.length)];
  const isLive = (id: string) =>
    base.writer.prepare('SELECT 1 FROM client WHERE id = ? AND deleted_at IS NULL').get(id);
  if (what.do === 'undo') {
    const action = of(made.actions, what.pick);
    if (!action) return;
    made.actions.splice(made.actions.indexOf(action), 1);
    const { action: undoing } = undoAction(base, action);
    if (undoing)
      made.clients = made.clients.filter((id) =>
        base.writer.prepare('SELECT 1 FROM client WHERE id = ?').get(id),
      );
    return;
  }
  const chosen = what.do === 'client' ? undefined : of(made.clients, what.pick);
  if (what.do !== 'client' && (!chosen || !isLive(chosen))) return;
  const { action } = write(base, LABEL, (tx) => {
    switch (what.do) {
      case 'client': {
        const id = base.newId();
        tx.create(client, id, { name: what.name, status: 'active', town: what.town });
        made.clients.push(id);
        return;
      }
      case 'person': {
        const person = base.newId();
        tx.create(contact, person, { lastName: what.name });
        tx.create(position, base.newId(), { client: chosen as string, contact: person });
        return;
      }
      case 'edit':
        return tx.edit(client, chosen as string, { name: what.name, town: what.town });
      case 'remove':
        return tx.remove(client, chosen as string);
    }
  });
  if (action) made.actions.push(action);
}

/** Rows that live, without what only says when something happened. */
function state({ base }: TestEngine): unknown {
  return ['client', 'contact', 'position'].map((table) =>
    base.writer.prepare(`SELECT * FROM ${table} WHERE deleted_at IS NULL ORDER BY id`).all(),
  );
}

test('whatever is done and taken back, the base is sound; all taken back in turn, it is as it began', async () => {
  const engine = openTestEngine();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const before = state(engine);
      const made: Made = { clients: [], actions: [] };
      for (const what of steps) if (what.do !== 'undo') take(engine, made, what);
      expect((await engine.client.verify.run({})).problems).toEqual([]);
      for (const action of made.actions.toReversed()) undoAction(engine.base, action);
      expect(state(engine)).toEqual(before);
      expect((await engine.client.verify.run({})).problems).toEqual([]);
    }),
    { numRuns: 60 },
  );
  engine.close();
}, 60_000);

test('undo in any order never unsettles the base', async () => {
  const engine = openTestEngine();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 15 }), async (steps) => {
      const made: Made = { clients: [], actions: [] };
      for (const what of steps) take(engine, made, what);
      expect((await engine.client.verify.run({})).problems).toEqual([]);
    }),
    { numRuns: 60 },
  );
  engine.close();
}, 60_000);

test('a living record is found by each word of its name, a dead one by none', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 15 }), async (steps) => {
      const engine = openTestEngine();
      const made: Made = { clients: [], actions: [] };
      for (const what of steps) take(engine, made, what);
      const rows = engine.base.writer.prepare<[], { id: string; name: string; deleted_at: number | null }>(
        'SELECT id, name, deleted_at FROM client',
      );
      for (const { id, name: text, deleted_at } of rows.all()) {
        for (const word of foldWords(text)) {
          const { groups } = await engine.client.search.find({ text: word, limit: 50 });
          const found = groups.some(
            ({ kind, hits }) => kind === 'client' && hits.some((hit) => hit.id === id),
          );
          expect(found, `${text} by ${word}`).toBe(deleted_at === null);
        }
      }
      engine.close();
    }),
    { numRuns: 25 },
  );
}, 60_000);

test('an undo of the whole of a large action builds the index anew, without what went and with what stays', async () => {
  const engine = openTestEngine();
  const { base } = engine;
  const stays = base.newId();
  write(base, LABEL, (tx) => tx.create(client, stays, { name: 'Zostáva', status: 'active' }));
  const { action } = writeInBulk(base, LABEL, (tx) => {
    for (let at = 0; at < 500; at += 1)
      tx.create(client, base.newId(), { name: `Hromadný ${at}`, status: 'active' });
  });
  undoAction(base, action ?? '');
  expect((await engine.client.search.find({ text: 'hromadny' })).groups).toEqual([]);
  expect((await engine.client.search.find({ text: 'zostava' })).groups[0]?.hits[0]?.id).toBe(stays);
  expect((await engine.client.verify.run({})).problems).toEqual([]);
  engine.close();
});
