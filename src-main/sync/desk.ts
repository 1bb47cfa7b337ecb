/** The exchange of one open base: what procedures ask of it. */
import { refused } from '../data/app-error.ts';
import type { Base } from '../data/base.ts';
import type { SyncDesk } from '../data/sync-desk.ts';
import { writeSync } from '../data/sync-store.ts';
import { exchangesOf, rejectedOf } from './listings.ts';
import { stateOf } from './state.ts';

export function openSyncDesk(base: Base): SyncDesk {
  const { writer, events } = base;
  const notSignedIn = () => {
    throw refused('notSignedIn');
  };
  return {
    state: () => stateOf(base, { phase: 'idle', nextTryAt: null }),
    exchanges: ({ limit = 50 }) => exchangesOf(base, limit),
    rejected: () => rejectedOf(base),
    stayOffline({ on }) {
      writeSync(writer, 'staysOffline', on);
      events.emit({ topics: ['sync'], ids: null });
      return {};
    },
    signIn: notSignedIn,
    join: notSignedIn,
    cancelJoin: notSignedIn,
    now: notSignedIn,
    verify: notSignedIn,
    allowLeaving: notSignedIn,
    signOut: notSignedIn,
    retryRejected: notSignedIn,
    discardRejected: notSignedIn,
    olderHistory: notSignedIn,
    devices: notSignedIn,
    revokeDevice: notSignedIn,
    members: notSignedIn,
    invite: notSignedIn,
    changeMember: notSignedIn,
    changeWorkspace: notSignedIn,
  };
}
