/**
 * Between reading a file and publishing it somebody may have written into the same records. What was to fill an empty
 * field must then not overwrite it: additions are worked out once more on what the base holds now.
 */
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { fillRecord } from '#shared/domain/exchange/fill-record.ts';
import { ENTITIES, type Values } from './record-rows.ts';
import { openStaging, type Published } from './staging-base.ts';

interface Fill {
  entity: Published;
  record: string;
  fields: string;
}

/** Call in the same turn as publishing. `file` is the staging file. */
export function refreshFills({ reader, key }: Base, file: string): void {
  const staging = openStaging(file, key);
  try {
    const fills = staging.prepare('SELECT entity, record, "values" AS fields FROM fill').all() as Fill[];
    const update = staging.prepare('UPDATE fill SET "values" = ? WHERE entity = ? AND record = ?');
    const remove = staging.prepare('DELETE FROM fill WHERE entity = ? AND record = ?');
    staging.exec('BEGIN');
    for (const { entity, record, fields } of fills) {
      const here = readRecord(reader, ENTITIES[entity], record) as
        | (Values & { deletedAt: number | null })
        | undefined;
      const { values } =
        here && here.deletedAt === null
          ? fillRecord(entity, here, JSON.parse(fields) as Values)
          : { values: {} };
      if (Object.keys(values).length === 0) remove.run(entity, record);
      else update.run(JSON.stringify(values), entity, record);
    }
    staging.exec('COMMIT');
  } finally {
    staging.close();
  }
}
