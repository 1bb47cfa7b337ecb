/** The conflict desk's reading: each conflict with the names and the record it is about. */
import type { ConflictRow } from '#shared/contract/sync.ts';
import { conflict } from '#shared/entities/conflicts.ts';
import { entities } from '#shared/entities/index.ts';
import type { Entity, RecordOf } from '#shared/entities/define.ts';
import { titleOf } from '#shared/entities/title.ts';
import type { Base } from '#main/data/base.ts';
import { fromRow, readRecord, type Row } from '#main/data/codec.ts';
import { referenceNames } from '#main/data/reference-names.ts';
import { statement } from '#main/data/statement.ts';

interface Filter {
  resolved: boolean;
  /** Of one record, null for all. */
  record: string | null;
  limit: number;
}

export function listConflicts(base: Base, { resolved, record, limit }: Filter) {
  const where = `deleted_at IS NULL AND resolved_at IS ${resolved ? 'NOT ' : ''}NULL AND (? IS NULL OR record = ?)`;
  const { reader } = base;
  const rows = statement<Row>(reader, `SELECT * FROM conflict WHERE ${where} ORDER BY lost_at DESC LIMIT ?`);
  const count = statement<{ total: number }>(reader, `SELECT count(*) AS total FROM conflict WHERE ${where}`);
  return {
    rows: rows.all(record, record, limit).map((row) => describe(base, fromRow(conflict, row))),
    total: count.get(record, record)?.total ?? 0,
  };
}

function describe(base: Base, row: RecordOf<typeof conflict>): ConflictRow {
  const { reader } = base;
  const entity = (entities as Record<string, Entity | undefined>)[row.entity];
  const record = entity && (readRecord(reader, entity, row.record) as Row | undefined);
  const nameOf = (id: string | null) =>
    id === null ? null : (readRecord(reader, entities.member, id)?.name ?? null);
  const side = (value: Row | null, by: string, at: number) => ({
    value,
    by,
    byName: nameOf(by),
    at,
    mine: by === base.member(),
  });
  const client = row.about === null ? undefined : readRecord(reader, entities.client, row.about);
  const here = record !== undefined && record['deletedAt'] === null;
  const now = entity && record && here ? unitOf(entity, row.unit, record) : null;
  return {
    id: row.id,
    kind: row.kind,
    entity: row.entity,
    record: row.record,
    title: entity && record ? titleOf(entity, record) : '',
    here,
    client: client ? { id: client.id, name: client.name } : null,
    unit: row.unit,
    before: row.before,
    kept: side(row.kept, row.keptBy, row.keptAt),
    lost: side(row.lost, row.lostBy, row.lostAt),
    now,
    names: referenceNames(reader, entity, [row.before, row.kept, row.lost, now]),
    choice: row.choice,
    resolvedAt: row.resolvedAt,
    resolvedByName: nameOf(row.resolvedBy),
  };
}

/** {field: value} of a unit of the record; null for the deletion, which is no field. */
function unitOf(entity: Entity, unit: string, record: Row): Row | null {
  const fields = entity.units[unit];
  return fields ? Object.fromEntries(fields.map((field) => [field, record[field]])) : null;
}
