/** What was exchanged, and what the server set aside, for the screen of the exchange. */
import type { SyncTrouble } from '#shared/contract/sync.ts';
import type { Entity } from '#shared/entities/define.ts';
import { entities } from '#shared/entities/index.ts';
import { titleOf } from '#shared/entities/title.ts';
import type { RejectReason } from '#shared/sync/wire.ts';
import type { Base } from '../data/base.ts';
import { readRecord, type Row } from '../data/codec.ts';
import type { Units } from '../data/change-log.ts';
import { referenceNames } from '../data/reference-names.ts';
import { statement } from '../data/statement.ts';

export interface ExchangeRow {
  at: number;
  ms: number;
  sent: number;
  received: number;
  rejected: number;
  conflicts: number;
  trouble: SyncTrouble | null;
}

/** The newest first. */
export function exchangesOf({ reader }: Base, limit: number): ExchangeRow[] {
  return statement<ExchangeRow>(
    reader,
    'SELECT at, ms, sent, received, rejected, conflicts, trouble FROM exchange ORDER BY id DESC LIMIT ?',
  ).all(limit);
}

export interface RejectedRow {
  change: string;
  txn: string;
  entity: string;
  record: string;
  root: string | null;
  kind: string;
  units: string | null;
  reason: RejectReason;
  written_at: number;
  rejected_at: number;
}

export function rejectedOf({ reader }: Base) {
  const rows = statement<RejectedRow>(
    reader,
    'SELECT * FROM rejected ORDER BY rejected_at DESC, rowid',
  ).all();
  return [...Map.groupBy(rows, ({ txn }) => txn)].map(([txn, changes]) => ({
    txn,
    reason: changes[0]?.reason ?? 'invalid',
    writtenAt: changes[0]?.written_at ?? 0,
    rejectedAt: changes[0]?.rejected_at ?? 0,
    changes: changes.map(({ change, entity: name, record, root, kind, units }) => {
      const entity = (entities as Record<string, Entity | undefined>)[name];
      const values = units === null ? null : (JSON.parse(units) as Units);
      const stored = entity && (readRecord(reader, entity, record) as Row | undefined);
      const client = root !== null && readRecord(reader, entities.client, root) ? root : null;
      const named = stored ?? Object.assign({}, ...Object.values(values ?? {}));
      return {
        change,
        entity: name,
        record,
        client,
        title: entity ? titleOf(entity, named as Row) : '',
        here: stored !== undefined,
        kind,
        units: values,
        names: referenceNames(reader, entity, Object.values(values ?? {})),
      };
    }),
  }));
}
