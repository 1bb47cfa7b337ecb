/** The beginning of an exchange: whether both mean the same base, the same device and the same rights. */
import type { Entity } from '#shared/entities/define.ts';
import { entityNamed } from '#shared/entities/index.ts';
import { DELETED_UNIT } from '#shared/sync/change.ts';
import { PROTOCOL } from '#shared/sync/wire.ts';
import type { MessageOutput } from '#shared/sync/messages.ts';
import type { Base } from '../data/base.ts';
import { readRecord, type Row } from '../data/codec.ts';
import type { OutboxRow } from '../data/remote/reject.ts';
import { dropExportNotes } from '../data/export-notes.ts';
import { pick } from '../data/remote/show.ts';
import { keepConfirmed } from '../data/shadow.ts';
import { offerBlobsAgain } from '../data/blobs/blob-rows.ts';
import { statement } from '../data/statement.ts';
import { readSync, writeSync } from '../data/sync-store.ts';
import { writeRemote } from '../data/write.ts';
import { isSaid } from './failure.ts';
import { becomeNewDevice } from './new-device.ts';
import { renumber } from './outbox.ts';
import { type Session, standing } from './session.ts';
import { beginSnapshot } from './snapshot.ts';

type Welcome = MessageOutput<'hello'>;

/** Throws `SyncFailure`. */
export async function greet(session: Session): Promise<void> {
  const { base } = session;
  const before = base.now();
  const welcome = await greetOnly(session);
  // The server read its clock somewhere between the question and the answer.
  const offset = Math.round(welcome.serverTime - (before + base.now()) / 2);
  writeRemote(base, () => takeWelcome(session, welcome, offset));
  base.clock.offset = offset;
}

/** The server's answer, of which nothing is kept yet. */
export async function greetOnly(session: Session): Promise<Welcome> {
  const { base } = session;
  const { cursor } = standing(session);
  const exports = readSync(base.writer, 'exports');
  try {
    const welcome = await session.ask('hello', {
      protocol: PROTOCOL,
      epoch: readSync(base.writer, 'epoch'),
      cursor,
      lastN: readSync(base.writer, 'lastN') ?? 0,
      hlcDevice: base.clock.device,
      ...(exports && { exports }),
    });
    if (exports) dropExportNotes(base, exports);
    return welcome;
  } catch (error) {
    if (!isSaid(error, 'device_fork')) throw error;
    await becomeNewDevice(session);
    return greetOnly(session);
  }
}

function takeWelcome(session: Session, welcome: Welcome, offset: number): void {
  const { base } = session;
  const { writer } = base;
  const { workspace, member, epoch, access, head, durableSeq } = welcome;
  const { connection } = standing(session);
  const known = { epoch: readSync(writer, 'epoch'), access: readSync(writer, 'access') };
  if (known.epoch === null) {
    writeSync(writer, 'cursor', head);
    beginSnapshot(base, head, { sweep: false });
  } else {
    if (known.epoch !== epoch) startAgain(session, welcome);
    if (known.access !== access) beginSnapshot(base, head, { sweep: true });
  }
  writeSync(writer, 'epoch', epoch);
  writeSync(writer, 'access', access);
  writeSync(writer, 'durableSeq', durableSeq);
  writeSync(writer, 'clockOffset', offset);
  const { id, name, clientScope } = workspace;
  writeSync(writer, 'connection', { ...connection, workspace: { id, name, clientScope }, member });
}

/**
 * The server was restored to an earlier state and numbers anew. Everything of this device that is still in its log is
 * sent again: what the server kept it knows by id and content. States that are here give way to what it says now, and a
 * comparison finds what it has forgotten of others.
 */
function startAgain({ base }: Session, { lastN }: Welcome): void {
  const { writer } = base;
  for (const change of statement<OutboxRow>(writer, 'SELECT * FROM change WHERE seq IS NOT NULL').all())
    keepBehind(writer, change);
  statement(writer, 'UPDATE change SET seq = NULL WHERE seq IS NOT NULL').run();
  renumber(base, lastN);
  statement(writer, 'UPDATE record_meta SET seq = 0').run();
  offerBlobsAgain(writer);
  writeSync(writer, 'lastVerifiedAt', null);
  // Which records a copy that is under way has brought is told by numbers that are no more.
  writeSync(writer, 'copyFrom', null);
}

/** A change that waits again stands before the confirmed value, as any other does. */
function keepBehind(db: Base['writer'], { entity: name, record: id, kind, units }: OutboxRow): void {
  const entity = entityNamed(name);
  const record = readRecord(db, entity, id) as Row | undefined;
  if (!record || kind === 'create') return;
  const names = kind === 'set' ? Object.keys(JSON.parse(units ?? '{}') as object) : [DELETED_UNIT];
  const values = names.map((unit) => [unit, unitOfRecord(entity, unit, record)]);
  keepConfirmed(db, name, record, Object.fromEntries(values) as Row);
}

function unitOfRecord(entity: Entity, unit: string, record: Row): unknown {
  return unit === DELETED_UNIT ? record['deletedAt'] : pick(record, entity.units[unit] ?? []);
}
