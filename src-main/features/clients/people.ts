/** The people of a client. */
import type { Base } from '#main/data/base.ts';
import { fromRow, readRecord, type Row } from '#main/data/codec.ts';
import { standingFor, winnerOf } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import type { ClientDesk } from '#shared/contract/clients.ts';
import { contact, position } from '#shared/entities/clients.ts';

/** Current positions by the person's name, then the ended ones; of a person merged into another, that one. */
export function peopleOf({ reader }: Base, id: string): ClientDesk['people'] {
  const positions = statement<Row>(
    reader,
    `SELECT position.*, contact.id AS person FROM position
      JOIN contact ON contact.id = ${winnerOf('position.contact')}
      WHERE position.client IN ${standingFor()} AND position.deleted_at IS NULL AND contact.deleted_at IS NULL
      ORDER BY position.ended_on IS NOT NULL, contact.sort_name, contact.id, position.id`,
  ).all([id]);
  return positions.flatMap((row) => {
    const place = fromRow(position, row);
    const person = readRecord(reader, contact, String(row['person']));
    return person ? [{ position: place, contact: person }] : [];
  });
}
