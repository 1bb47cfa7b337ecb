/** The digest of the confirmed state of this base, computed beside everything else that the engine does. */
import { createHash } from 'node:crypto';
import type { Entity } from '#shared/entities/define.ts';
import { entities } from '#shared/entities/index.ts';
import { Digest, knownFields } from '#shared/sync/digest.ts';
import type { Base } from '../data/base.ts';
import { openReadable } from '../data/connection.ts';
import { fromRow, type Row } from '../data/codec.ts';
import { confirmedRecord } from '../data/shadow.ts';
import { unpackChanges } from '../data/record-meta.ts';

const all = Object.values(entities) as Entity[];
export const FIELDS = knownFields(all);
/** So many records are summed before the engine may do something else. */
const AT_ONCE = 500;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Of the base as it is at the moment of the call, whatever is written meanwhile. */
export async function localDigest({ file, key }: Base, closing: AbortSignal): Promise<[number, string][]> {
  // A handle of its own: the transaction that holds the state still must not hold the screens'.
  const db = openReadable(file, key);
  try {
    db.exec('BEGIN');
    const digest = new Digest(all, FIELDS, sha256);
    for (const entity of all) {
      let count = 0;
      const rows = db.prepare<[string], Row & { meta: string }>(
        `SELECT t.*, m.units AS meta FROM "${entity.table}" t JOIN record_meta m ON m.entity = ? AND m.record = t.id`,
      );
      const shadowed = new Set(
        db
          .prepare('SELECT DISTINCT record FROM shadow WHERE entity = ?')
          .pluck()
          .all(entity.name) as string[],
      );
      for (const row of rows.iterate(entity.name)) {
        const shown = fromRow(entity, row) as unknown as Row;
        const id = String(shown['id']);
        const data = shadowed.has(id) ? confirmedRecord(db, entity.name, shown) : shown;
        digest.add({
          entity: entity.name,
          id,
          data,
          units: unpackChanges(id, row.meta),
          deletedAt: data['deletedAt'] as number | null,
        });
        count += 1;
        if (count % AT_ONCE === 0) {
          await new Promise((resolve) => setImmediate(resolve));
          if (closing.aborted) break;
        }
      }
    }
    return digest.buckets();
  } finally {
    db.close();
  }
}
