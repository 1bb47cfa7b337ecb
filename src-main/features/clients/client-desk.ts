/** The client desk: everything that stands on one client, as one answer. */
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { notFound } from '#main/data/app-error.ts';
import { standingFor, winnerId } from '#main/data/merged.ts';
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
import { client } from '#shared/entities/clients.ts';
import { peopleOf } from './people.ts';

/** Of a merged client the desk of the one where it is shown. Throws NOT_FOUND. */
export function readClientDesk(base: Base, asked: string): ClientDesk {
  const id = winnerId(base.reader, asked);
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
    merged: mergedClients(base, id),
  };
}

function nameOfMember({ reader }: Base, id: string | null): string | null {
  if (id === null) return null;
  return statement<{ name: string }>(reader, 'SELECT name FROM member WHERE id = ?').get([id])?.name ?? null;
}

function countObjections({ reader }: Base, id: string): number {
  const sql = `SELECT count(*) AS total FROM objection WHERE client IN ${standingFor()} AND deleted_at IS NULL`;
  return statement<{ total: number }>(reader, sql).get([id])?.total ?? 0;
}

/** The clients that are shown here since they were merged, by name. */
function mergedClients({ reader }: Base, id: string): ClientDesk['merged'] {
  return statement<ClientDesk['merged'][number]>(
    reader,
    `SELECT c.id, c.name, c.ico, c.town FROM merged m JOIN client c ON c.id = m.loser
      WHERE m.winner = ? ORDER BY c.sort_name, c.id`,
  ).all(id);
}
