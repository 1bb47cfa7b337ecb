/** Writes of hand-overs. Who hands over is the local member: nobody hands over what is another's. */
import { invalid, notFound, refused } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { readSync } from '#main/data/sync-store.ts';
import { type Written, write } from '#main/data/write.ts';
import type { EditValues, NewValues } from '#shared/entities/define.ts';
import { handover } from '#shared/entities/handover.ts';
import { member } from '#shared/entities/settings.ts';

type NewHandover = Omit<NewValues<typeof handover>, 'fromMember' | 'endedAt'>;

/** Throws INVALID for a time that ends before it begins, REFUSED `ownStandIn`. */
export function createHandover(base: Base, id: string, values: NewHandover): Written {
  check(base, values);
  return write(base, labelOf(base, 'handoverCreated', values.toMember), (tx) =>
    tx.create(handover, id, { ...values, fromMember: base.member() }),
  );
}

/** Throws REFUSED `notAllowed` besides. */
export function editHandover(base: Base, id: string, values: EditValues<typeof handover>): Written {
  const before = liveHandover(base, id);
  refuseOthers(base, [before.fromMember]);
  check(base, { ...before, ...values });
  return write(base, labelOf(base, 'handoverEdited', before.toMember), (tx) => tx.edit(handover, id, values));
}

export function endHandover(base: Base, id: string): Written {
  const { fromMember, toMember } = liveHandover(base, id);
  refuseOthers(base, [fromMember, toMember]);
  return write(base, labelOf(base, 'handoverEnded', toMember), (tx) =>
    tx.edit(handover, id, { endedAt: base.now() }),
  );
}

/** In a firm an administrator may too; what anybody else writes would end it on the server (docs/sync.md). */
function refuseOthers(base: Base, members: readonly string[]): void {
  const role = readSync(base.reader, 'connection')?.member.role;
  if (role !== undefined && role !== 'admin' && !members.includes(base.member())) throw refused('notAllowed');
}

function check(
  base: Base,
  { startsOn, endsOn, clients, toMember, fromMember = base.member() }: NewHandover & { fromMember?: string },
): void {
  if (clients.length === 0) throw invalid([{ field: 'clients', problem: 'required' }]);
  if (endsOn < startsOn) throw invalid([{ field: 'endsOn', problem: 'endsBeforeStart' }]);
  if (toMember === fromMember) throw refused('ownStandIn');
}

function liveHandover(base: Base, id: string) {
  const record = readRecord(base.reader, handover, id);
  if (!record || record.deletedAt !== null) throw notFound('handover', id);
  return record;
}

function labelOf(base: Base, key: string, toMember: string) {
  return { key, params: { name: readRecord(base.reader, member, toMember)?.name ?? '' } };
}
