/** The exchange of one open base: what procedures ask of it, and what starts and ends it. */
import { PROTOCOL } from '#shared/sync/wire.ts';
import { refused } from '../data/app-error.ts';
import type { Base } from '../data/base.ts';
import { readRecord } from '../data/codec.ts';
import type { BaseSync } from '../data/sync-desk.ts';
import { readSync, writeSync } from '../data/sync-store.ts';
import { member } from '#shared/entities/settings.ts';
import { BlobMover, type MoverPace } from './blobs/mover.ts';
import { Exchanger, type ExchangerOptions } from './exchanger.ts';
import { refusalOf, SyncFailure } from './failure.ts';
import { Joining } from './join/joining.ts';
import { exchangesOf, rejectedOf } from './listings.ts';
import { replayParked } from './replay-parked.ts';
import { type Pace, Scheduler } from './scheduler.ts';
import type { Session } from './session.ts';
import { leaveServer } from './sign-out.ts';
import { signIn } from './sign-in.ts';
import { discardRejected, retryRejected } from './set-aside.ts';
import { stateOf } from './state.ts';

export interface SyncOptions extends ExchangerOptions {
  pace?: Partial<Pace>;
  moverPace?: Partial<MoverPace>;
}

export function openSync(base: Base, options: SyncOptions): BaseSync {
  const { writer, events } = base;
  try {
    replayParked(base);
  } catch (error) {
    // The base opens all the same, and what is parked stays.
    options.report(error);
  }
  const joining = new Joining(base);
  const exchanger = new Exchanger(base, options, joining);
  const mover = new BlobMover(base, exchanger, options.report, options.moverPace);
  const scheduler = new Scheduler(base, exchanger, options.pace, () => mover.wake());

  const changed = () => events.emit({ topics: ['sync'], ids: null });
  /** Asks the server now; throws REFUSED where it cannot be asked. */
  const asking = async <T>(ask: (session: Session) => Promise<T>): Promise<T> => {
    const session = exchanger.session();
    if (!session) throw refused('notSignedIn');
    try {
      return await ask(session);
    } catch (error) {
      throw refusalOf(error);
    }
  };
  const exchange = async (verify: boolean) => {
    if (!readSync(writer, 'connection')) throw refused('notSignedIn');
    const outcome = await exchanger.run({ verify });
    scheduler.heard(outcome);
    return outcome;
  };
  /** Ends the device's tokens on the server, where it can be reached: here they are forgotten in any case. */
  const endTokens = async () => {
    await exchanger
      .session()
      ?.ask('signOut', {})
      .catch((error: unknown) => {
        if (!(error instanceof SyncFailure)) throw error;
      });
  };
  const begin = () => {
    exchanger.forget();
    changed();
    scheduler.wake();
  };

  return {
    start() {
      mover.start();
      scheduler.start();
    },
    close() {
      mover.stop();
      scheduler.stop();
      exchanger.close();
      joining.close();
    },
    state: () =>
      stateOf(base, {
        phase: exchanger.phase,
        nextTryAt: scheduler.nextTryAt,
        joining: joining.state,
      }),
    exchanges: ({ limit = 50 }) => exchangesOf(base, limit),
    rejected: () => rejectedOf(base),
    retryRejected: ({ txn }) => retryRejected(base, txn),
    discardRejected({ txn }) {
      discardRejected(base, txn);
      return {};
    },
    async now() {
      const { sent, received, trouble } = await exchange(false);
      return { sent, received, trouble };
    },
    moveAttachments: () => mover.run(),
    async verify() {
      const { found, trouble } = await exchange(true);
      return { equal: found?.equal ?? false, fetched: found?.fetched ?? 0, trouble };
    },
    stayOffline({ on }) {
      writeSync(writer, 'staysOffline', on);
      changed();
      if (on) scheduler.pause();
      else scheduler.wake();
      return {};
    },
    allowLeaving() {
      if (!readSync(writer, 'connection')) throw refused('notSignedIn');
      writeSync(writer, 'leavingAllowed', true);
      scheduler.wake();
      return {};
    },
    olderHistory: ({ entity, id }) =>
      asking(async ({ ask }) => {
        const { values } = await ask('history', { protocol: PROTOCOL, entity, id });
        return values.map((value) => ({
          ...value,
          actorName: readRecord(base.reader, member, value.actor)?.name ?? null,
        }));
      }),
    devices: () =>
      asking(async ({ ask }) => {
        const own = readSync(writer, 'connection')?.device;
        const { devices } = await ask('devices', {});
        return devices.map((device) => ({ ...device, own: device.id === own }));
      }),
    revokeDevice: ({ device }) => asking(async ({ ask }) => (await ask('revokeDevice', { device }), {})),
    members: () => asking(async ({ ask }) => (await ask('members', {})).members),
    invite: (input) =>
      asking(async ({ ask }) => {
        const { invitation, expiresAt } = await ask('invite', input);
        return { invitation, expiresAt, server: readSync(writer, 'connection')?.server ?? '' };
      }),
    changeMember: (input) => asking(async ({ ask }) => (await ask('changeMember', input), {})),
    changeWorkspace: (input) => asking(async ({ ask }) => (await ask('changeWorkspace', input), {})),
    async signIn(input) {
      const isJoining = await signIn(base, (server) => exchanger.lineTo(server), input);
      begin();
      return { joining: isJoining };
    },
    async join() {
      await asking((session) => joining.join(session));
      begin();
      return {};
    },
    async cancelJoin() {
      if (!joining.isWaiting) throw refused('notSignedIn');
      await endTokens();
      joining.cancel();
      changed();
      return {};
    },
    /** Whoever calls it has seen to what is unsent. */
    async signOut() {
      scheduler.pause();
      await exchanger.rest();
      await endTokens();
      leaveServer(base);
      exchanger.forget();
      changed();
      return { unsent: 0, file: null };
    },
  };
}
