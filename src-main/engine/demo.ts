/** Filling a base with the demo clients; only ever an empty one, and whole or not at all. */
import { fillDemo } from '#db/demo/fill.ts';
import { entities, entityNamed } from '#shared/entities/index.ts';
import type { Engine } from '../data/context.ts';
import { writeInBulk } from '../data/write.ts';

/** False when the base already holds records; nothing is written then. */
export async function fillWhenEmpty({ base }: Pick<Engine, 'base'>): Promise<boolean> {
  if (!isEmpty(base)) return false;
  writeInBulk(base, { key: 'demo', params: {} }, (tx) => {
    for (const { entity, id, values } of fillDemo(base)) {
      const happened = values['happenedAt'] ?? values['raisedAt'];
      tx.create(entityNamed(entity), id, values, typeof happened === 'number' ? happened : undefined);
    }
  });
  return true;
}

/** The local member alone does not count: every base begins with it. */
function isEmpty(base: Engine['base']): boolean {
  return Object.values(entities).every(
    ({ name, table }) => name === 'member' || !base.reader.prepare(`SELECT 1 FROM "${table}" LIMIT 1`).get(),
  );
}
