/** All records of a base as a server would have them once that base has sent everything. */
import type { Base } from '#main/data/base.ts';
import { fromRow, type Row } from '#main/data/codec.ts';
import { rootOf } from '#shared/entities/define.ts';
import type { Entity } from '#shared/entities/define.ts';
import { entities } from '#shared/entities/index.ts';
import type { WireRecord } from '#shared/sync/wire.ts';
import { serverRecord } from './server-record.ts';

export function recordsOf({ reader }: Base): WireRecord[] {
  let seq = 0;
  return (Object.values(entities) as Entity[]).flatMap((entity) =>
    (reader.prepare(`SELECT * FROM "${entity.table}" ORDER BY id`).all() as Row[]).map((row) => {
      const record = fromRow(entity, row) as Row;
      const { id, createdAt, createdBy, deletedAt, ...data } = record;
      seq += 1;
      return serverRecord(entity, seq, data, {
        id: String(id),
        root: rootOf(entity, String(id), record),
        createdAt: Number(createdAt),
        createdBy: createdBy as string | null,
        deletedAt: deletedAt as number | null,
      });
    }),
  );
}
