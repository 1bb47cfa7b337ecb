/**
 * A person asked to be forgotten (GDPR, article 17): everything personal of him, of every entry merged into his, of his places at clients and, where it
 * is wanted, of what was said with him, on every device and on the server. Final.
 */
import { notFound, refused } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { eraseHere } from '#main/data/erase-here.ts';
import { winnerId } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import { readSync } from '#main/data/sync-store.ts';
import { emptyLog, type Transaction, writeInBulk } from '#main/data/write.ts';
import { contact, position } from '#shared/entities/clients.ts';
import type { Entity } from '#shared/entities/define.ts';
import { interaction } from '#shared/entities/meetings.ts';

/** Of a firm only an administrator, who sees all of it. Counts the records. Throws NOT_FOUND, REFUSED. */
export function eraseContact(
  base: Base,
  { id, interactions }: { id: string; interactions: boolean },
): { erased: number } {
  const connection = readSync(base.reader, 'connection');
  if (connection && connection.member.role !== 'admin') throw refused('notAllowed');
  if (!readRecord(base.reader, contact, id)) throw notFound('contact', id);
  let erased = 0;
  writeInBulk(base, { key: 'contactErased', params: {} }, (tx) => {
    const erase = (entity: Entity, ids: readonly string[]) => {
      for (const one of ids) if (eraseHere(tx, entity, one)) erased += 1;
    };
    const entries = idsOf(tx, ENTRIES, winnerId(tx.db, id));
    if (interactions) for (const one of entries) erase(interaction, interactionsWith(tx, one));
    for (const one of entries) erase(position, idsOf(tx, 'SELECT id FROM position WHERE contact = ?', one));
    erase(contact, entries);
  });
  emptyLog(base);
  return { erased };
}

/** The person and whatever was ever merged into him, removed or not. */
const ENTRIES = `WITH RECURSIVE entry (id) AS (
  SELECT ? UNION SELECT other.id FROM contact AS other JOIN entry ON other.merged_into = entry.id)
  SELECT id FROM entry`;

/** Also what corrects them, and what they corrected. */
function interactionsWith(tx: Transaction, person: string): string[] {
  const versions = `WITH RECURSIVE version (id) AS (
    SELECT id FROM interaction WHERE instr(people, ?) > 0
    UNION SELECT other.id FROM interaction AS other JOIN version ON other.corrects = version.id
    UNION SELECT this.corrects FROM interaction AS this JOIN version ON this.id = version.id
      WHERE this.corrects IS NOT NULL)
    SELECT id FROM version`;
  return idsOf(tx, versions, JSON.stringify(person));
}

function idsOf({ db }: Transaction, sql: string, value: string): string[] {
  return statement<{ id: string }>(db, sql)
    .all(value)
    .map(({ id }) => id);
}
