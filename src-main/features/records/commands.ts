/** Putting an old value of any record back. */
import { entities } from '#shared/entities/index.ts';
import type { Entity } from '#shared/entities/define.ts';
import { titleOf } from '#shared/entities/title.ts';
import { notFound } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { readRecord, type Row } from '#main/data/codec.ts';
import { write, type Written } from '#main/data/write.ts';

export interface OldValue {
  entity: string;
  id: string;
  /** {field: value} of one unit. */
  value: Row;
}

/** An ordinary edit, with its undo; throws NOT_FOUND, SEALED, INVALID. */
export function restoreValue(base: Base, { entity: name, id, value }: OldValue): Written {
  const entity = (entities as Record<string, Entity | undefined>)[name];
  const record = entity && (readRecord(base.reader, entity, id) as Row | undefined);
  if (!record) throw notFound(name, id);
  return write(base, { key: 'valueRestored', params: { name: titleOf(entity, record) } }, (tx) =>
    tx.edit(entity, id, value),
  );
}
