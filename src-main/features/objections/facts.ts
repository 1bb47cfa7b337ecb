/** What other features may know of objections. */
import type { Base } from '#main/data/base.ts';
import { standingFor } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import type { ObjectionRow } from '#shared/contract/objections.ts';
import { type ObjectionSelected, selectRows, toObjectionRow } from './rows.ts';

/** The client's objections that nobody has answered to its satisfaction yet (outcome `open`), newest first. */
export function openObjectionsOf(base: Base, clientId: string): ObjectionRow[] {
  const ids = `SELECT id FROM objection WHERE client IN ${standingFor()} AND outcome = 'open' AND deleted_at IS NULL`;
  return statement<ObjectionSelected>(base.reader, selectRows(ids)).all(clientId).map(toObjectionRow);
}
