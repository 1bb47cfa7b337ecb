/** Procedures of the exchange, answered by the desk of the base that is open. */
import { implement } from '@orpc/server';
import type { EngineContext } from '#main/data/context.ts';
import { sync } from '#shared/contract/sync.ts';

import { signOut } from './sign-out.ts';

const os = implement(sync).$context<EngineContext>();
const deskOf = ({ engine }: EngineContext) => engine.sync;

export const syncRouter = os.router({
  state: os.state.handler(({ input, context }) => deskOf(context).state(input)),
  signIn: os.signIn.handler(({ input, context }) => deskOf(context).signIn(input)),
  join: os.join.handler(({ input, context }) => deskOf(context).join(input)),
  cancelJoin: os.cancelJoin.handler(({ input, context }) => deskOf(context).cancelJoin(input)),
  now: os.now.handler(({ input, context }) => deskOf(context).now(input)),
  moveAttachments: os.moveAttachments.handler(({ context }) => context.engine.sync.moveAttachments({})),
  stayOffline: os.stayOffline.handler(({ input, context }) => deskOf(context).stayOffline(input)),
  verify: os.verify.handler(({ input, context }) => deskOf(context).verify(input)),
  allowLeaving: os.allowLeaving.handler(({ input, context }) => deskOf(context).allowLeaving(input)),
  signOut: os.signOut.handler(({ input, context }) => signOut(context, input.recoveryFile)),
  exchanges: os.exchanges.handler(({ input, context }) => deskOf(context).exchanges(input)),
  rejected: os.rejected.handler(({ input, context }) => deskOf(context).rejected(input)),
  retryRejected: os.retryRejected.handler(({ input, context }) => deskOf(context).retryRejected(input)),
  discardRejected: os.discardRejected.handler(({ input, context }) => deskOf(context).discardRejected(input)),
  olderHistory: os.olderHistory.handler(({ input, context }) => deskOf(context).olderHistory(input)),
  devices: os.devices.handler(({ input, context }) => deskOf(context).devices(input)),
  revokeDevice: os.revokeDevice.handler(({ input, context }) => deskOf(context).revokeDevice(input)),
  members: os.members.handler(({ input, context }) => deskOf(context).members(input)),
  invite: os.invite.handler(({ input, context }) => deskOf(context).invite(input)),
  changeMember: os.changeMember.handler(({ input, context }) => deskOf(context).changeMember(input)),
  changeWorkspace: os.changeWorkspace.handler(({ input, context }) => deskOf(context).changeWorkspace(input)),
});
