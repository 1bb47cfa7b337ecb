/** The client desk: everything that stands on one client, as one answer. */
import type { Base } from '#main/data/base.ts';
import { fromRow, type Row, readRecord } from '#main/data/codec.ts';
import { notFound } from '#main/data/app-error.ts';
import { statement } from '#main/data/statement.ts';
import { checklistsOf, contractsOf } from '#main/features/contracts/facts.ts';
import {
  countInteractionsOf,
  lastContacts,
  nextMeetingOf,
  nextStepsOf,
} from '#main/features/meetings/facts.ts';
import { openObjectionsOf } from '#main/features/objections/facts.ts';
import type { ClientDesk } from '#shared/contract/clients.ts';
import { client, contact, position } from '#shared/entities/clients.ts';

export function readClientDesk(base: Base, id: string): ClientDesk {
  const record = readRecord(base.reader, client, id);
  if (!record || record.deletedAt !== null) throw notFound('client', id);
  const openObjections = openObjectionsOf(base, id);
  const contracts = contractsOf(base, id);
  return {
    client: record,
    ownerName: nameOfMember(base, record.owner),
    people: peopleOf(base, id),
    openObjections,
    contracts,
    checklists: checklistsOf(base, { client: id }),
    counts: {
      interactions: countInteractionsOf(base, id),
      objections: countObjections(base, id),
      openObjections: openObjections.length,
      contracts: contracts.length,
    },
    lastContactAt: lastContacts(base, [id]).get(id) ?? null,
    nextMeeting: nextMeetingOf(base, id),
    nextSteps: nextStepsOf(base, id),
  };
}

/** Current positions by the person's name, then the ended ones. */
function peopleOf({ reader }: Base, id: string): ClientDesk['people'] {
  const positions = statement<Row>(
    reader,
    `SELECT position.* FROM position JOIN contact ON contact.id = position.contact
      WHERE position.client = ? AND position.deleted_at IS NULL AND contact.deleted_at IS NULL
      ORDER BY position.ended_on IS NOT NULL, contact.sort_name, position.id`,
  ).all([id]);
  return positions.flatMap((row) => {
    const place = fromRow(position, row);
    const person = readRecord(reader, contact, place.contact);
    return person ? [{ position: place, contact: person }] : [];
  });
}

function nameOfMember({ reader }: Base, id: string | null): string | null {
  if (id === null) return null;
  return statement<{ name: string }>(reader, 'SELECT name FROM member WHERE id = ?').get([id])?.name ?? null;
}

function countObjections({ reader }: Base, id: string): number {
  const sql = 'SELECT count(*) AS total FROM objection WHERE client = ? AND deleted_at IS NULL';
  return statement<{ total: number }>(reader, sql).get([id])?.total ?? 0;
}
