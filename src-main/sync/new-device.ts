/**
 * A profile that was restored or copied has numbers that the server knows already from another life of it. It goes on as
 * a new device; its changes keep their ids, so what the server has of them is not taken twice.
 */
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import process from 'node:process';
import { writeSync } from '../data/sync-store.ts';
import { writeRemote } from '../data/write.ts';
import { renumber } from './outbox.ts';
import { keepTokens, type Session, standing } from './session.ts';

/** Throws `SyncFailure`; a base that is left between the two steps does it again. */
export async function becomeNewDevice(session: Session): Promise<void> {
  const { base } = session;
  const hlcDevice = randomBytes(8).toString('hex');
  const answer = await session.ask('newDevice', {
    hlcDevice,
    name: deviceName(),
    platform: process.platform,
  });
  const { connection } = standing(session);
  writeRemote(base, (tx) => {
    base.clock.rename(hlcDevice);
    keepTokens(base, answer);
    writeSync(tx.db, 'connection', { ...connection, device: answer.device });
    renumber(base, 0);
  });
}

/** What the list of devices calls this one, unless the person says otherwise. */
export function deviceName(): string {
  return hostname().trim().slice(0, 100) || 'Vizitka';
}
