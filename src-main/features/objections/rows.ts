/** An objection with the names around it, as lists and the client desk show it. */
import type { ObjectionRow } from '#shared/contract/objections.ts';
import { winnerOf } from '#main/data/merged.ts';
import { type StoredPersonName, storedPersonName } from '#shared/domain/contacts/stored-person-name.ts';

/** Columns of `ObjectionSelected`; wants `objection o`, `client c` and `contact p` joined. */
const COLUMNS = `o.id, ${winnerOf('o.client')} AS client, COALESCE(c.name, '') AS clientName, o.raised_at AS raisedAt, o.text, o.kind,
  o.product, o.competitor, o.answer, o.outcome, o.follow_up AS followUp, o.follow_up_on AS followUpOn,
  p.titles_before AS titlesBefore, p.first_name AS firstName, p.last_name AS lastName, p.titles_after AS titlesAfter`;

/** Rows of the objections whose ids `ids` selects, newest first. */
export function selectRows(ids: string): string {
  return `SELECT ${COLUMNS} FROM (${ids}) page JOIN objection o ON o.id = page.id
    LEFT JOIN client c ON c.id = ${winnerOf('o.client')} LEFT JOIN contact p ON p.id = ${winnerOf('o.contact')}
    ORDER BY o.raised_at DESC, o.id DESC`;
}

export type ObjectionSelected = Omit<ObjectionRow, 'contactName'> & StoredPersonName;

export function toObjectionRow(selected: ObjectionSelected): ObjectionRow {
  const { titlesBefore, firstName, lastName, titlesAfter, ...row } = selected;
  return { ...row, contactName: storedPersonName({ titlesBefore, firstName, lastName, titlesAfter }) };
}
