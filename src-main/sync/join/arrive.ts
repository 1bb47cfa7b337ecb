/** What a sign-in means for the base: it goes on where it was, begins empty, or waits to be joined. */
import type { Connection as Db } from '#main/data/staging-connection.ts';
import type { Base } from '#main/data/base.ts';
import { statement } from '#main/data/statement.ts';
import { type Connection, readSync, type Tokens, writeSync } from '#main/data/sync-store.ts';
import { writeRemote } from '#main/data/write.ts';
import { entities } from '#shared/entities/index.ts';
import { renumber } from '../outbox.ts';
import { becomeMember } from './become-member.ts';

/** True when the base is not empty and waits for the person's word. */
export function arrive(base: Base, connection: Connection, tokens: Tokens): boolean {
  const { workspace, member } = connection;
  const isJoining = writeRemote(base, (tx) => {
    const { db } = tx;
    writeSync(db, 'connection', connection);
    writeSync(db, 'tokens', tokens);
    const left = readSync(db, 'left');
    if (left?.workspace === workspace.id && left.member === member.id) {
      for (const key of ['epoch', 'access', 'cursor', 'durableSeq'] as const) writeSync(db, key, left[key]);
      // The server counts the changes of another device anew; it keeps the device when it did not hear of the sign-out.
      if (left.device === connection.device) writeSync(db, 'lastN', left.lastN);
      else renumber(base, 0);
      writeSync(db, 'left', null);
      return false;
    }
    if (left === null && isEmpty(db, base.member())) {
      becomeMember(tx, member.id);
      return false;
    }
    writeSync(db, 'joining', true);
    return true;
  });
  base.events.emit({ topics: ['setting'], ids: null });
  return isJoining;
}

/** Nothing but the local member's own record. */
function isEmpty(db: Db, member: string): boolean {
  return Object.values(entities).every(
    ({ table }) => statement(db, `SELECT 1 FROM "${table}" WHERE id <> ? LIMIT 1`).get(member) === undefined,
  );
}
