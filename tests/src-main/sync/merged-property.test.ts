/**
 * Whatever two laptops merge, separate, remove and write, and whenever they exchange: they come to agree, no ring is ever
 * seen, and what was written is seen exactly once, at one client that is there.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { interaction } from '#shared/entities/meetings.ts';
import { verifyBase } from '#main/data/verify.ts';
import { write } from '#main/data/write.ts';
import { type Colleague, expectAgreement, startTeam } from '../../helpers/team.ts';
import { LABEL, newClient } from '../../helpers/team-work.ts';

const FIRMS = 4;
const at = fc.nat(FIRMS - 1);
const step = fc.record({
  does: fc.constantFrom('merge', 'merge', 'merge', 'unmerge', 'remove', 'restore', 'write', 'sync', 'sync'),
  who: fc.nat(1),
  one: at,
  other: at,
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Refusals are part of the game: a firm that is merged, removed or the same. */
async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    expect(['REFUSED', 'NOT_FOUND']).toContain((error as { code?: unknown }).code);
  }
}

async function take({ does, one, other }: Step, by: Colleague, firms: readonly string[]): Promise<void> {
  const { base, client } = by;
  const [id = '', into = ''] = [firms[one], firms[other]];
  if (does === 'sync') await by.sync();
  if (does === 'merge') await attempt(() => client.clients.merge({ id, into }));
  if (does === 'unmerge') await attempt(() => client.clients.unmerge({ id }));
  if (does === 'remove') await attempt(() => client.clients.remove({ id }));
  if (does === 'restore') {
    const removed = (await client.undo.recent({ limit: 20 })).find(
      ({ label, undone }) => label.key === 'clientRemoved' && !undone,
    );
    if (removed) await attempt(() => client.undo.apply({ action: removed.action }));
  }
  if (does === 'write')
    await attempt(async () => {
      const { client: shown } = await client.clients.desk({ id });
      write(base, LABEL, (tx) =>
        tx.create(interaction, base.newId(), {
          client: shown.id,
          kind: 'call',
          happenedAt: 1,
          zone: 'Europe/Bratislava',
          author: tx.member,
        }),
      );
    });
}

async function expectOrder({ base, client }: Colleague, firms: readonly string[]): Promise<void> {
  const live = base.reader
    .prepare('SELECT id FROM client WHERE deleted_at IS NULL AND id IN (SELECT value FROM json_each(?))')
    .pluck()
    .all(JSON.stringify(firms)) as string[];
  const { rows } = await client.clients.list({ filter: {}, limit: 500 });
  const shown = rows.map(({ id }) => id).filter((id) => firms.includes(id));
  // each living firm is shown at one that stands in the list
  for (const id of live) expect(shown).toContain((await client.clients.desk({ id })).client.id);
  const seen: string[] = [];
  for (const id of shown) {
    const { entries } = await client.meetings.timeline({ client: id, limit: 200 });
    seen.push(...entries.map(({ interaction: entry }) => entry.id));
  }
  const written = base.reader
    .prepare(
      `SELECT i.id FROM interaction i JOIN client c ON c.id = i.client
       WHERE i.deleted_at IS NULL AND c.deleted_at IS NULL AND i.client IN (SELECT value FROM json_each(?))`,
    )
    .pluck()
    .all(JSON.stringify(firms)) as string[];
  expect(seen.toSorted()).toEqual(written.toSorted());
  expect(verifyBase(base).problems.filter(({ check }) => check === 'merged')).toEqual([]);
}

test('two laptops agree on who stands for whom', { timeout: 240_000 }, async () => {
  const team = await startTeam();
  const both = [await team.add('eva'), await team.add('jan')] as const;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
      const firms = Array.from({ length: FIRMS }, (_, place) => newClient(both[0], `Firma ${place}`));
      await both[0].sync();
      await both[1].sync();
      for (const one of steps) {
        const by = both[one.who] ?? both[0];
        await take(one, by, firms);
        await expectOrder(by, firms);
      }
      await expectAgreement(...both);
      for (const one of both) await expectOrder(one, firms);
      const shownBy = async ({ client }: Colleague) =>
        Promise.all(
          firms.map(async (id) =>
            client.clients.desk({ id }).then(
              ({ client: { id: at } }) => at,
              () => null,
            ),
          ),
        );
      expect(await shownBy(both[0])).toEqual(await shownBy(both[1]));
    }),
    { numRuns: 6 },
  );
});
