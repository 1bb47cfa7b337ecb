/** The statement of an entity; undefined for a name that this version does not know. */
import type { Entity } from '#shared/entities/define.ts';
import { entities } from '#shared/entities/index.ts';

export function entityOf(name: string): Entity | undefined {
  return Object.hasOwn(entities, name) ? entities[name as keyof typeof entities] : undefined;
}
