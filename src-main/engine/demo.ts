/** Filling a base with the demo clients; only ever an empty one. */
import { fillDemo } from '#db/demo/fill.ts';
import { entities } from '#shared/entities/index.ts';
import type { Engine } from './engine.ts';

/** False when the base already holds records; nothing is written then. */
export async function fillWhenEmpty({ base }: Engine): Promise<boolean> {
  if (!isEmpty(base)) return false;
  await fillDemo(base);
  return true;
}

/** The local member alone does not count: every base begins with it. */
function isEmpty(base: Engine['base']): boolean {
  return Object.values(entities).every(
    ({ name, table }) => name === 'member' || !base.reader.prepare(`SELECT 1 FROM "${table}" LIMIT 1`).get(),
  );
}
