/** The record of the local member: the author of what is written here. */
import { member } from '#shared/entities/settings.ts';
import type { Base } from './base.ts';
import { readRecord } from './codec.ts';
import { write } from './write.ts';

/** Writes it as `name` when it is missing; repeating it is harmless, so a crash before it mends itself. */
export function ensureOwnMember(base: Base, name: string): void {
  const id = base.member();
  if (readRecord(base.writer, member, id)) return;
  write(base, { key: 'began', params: {} }, (tx) =>
    tx.create(member, id, { name: name.trim() || 'Vizitka' }),
  );
}
