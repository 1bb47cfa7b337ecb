/** The messages about who may do what: sign-in, tokens, devices, members, invitations, the workspace. */
import { PROTOCOL } from '#shared/sync/wire.ts';
import { inWorkspace } from '../data/transaction.ts';
import type { Caller } from '../http/caller.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Handlers } from '../http/routes.ts';
import { listMembers } from '../sync/workspaces.ts';
import { writeAudit } from './audit.ts';
import { refreshTokens } from './device-tokens.ts';
import { addClone, listDevices, revoke, signOut } from './devices.ts';
import { readEmail } from './email.ts';
import { makeInvitation } from './invitations.ts';
import { changeMemberAsAdmin, refuseOthers } from './members.ts';
import { type SignInParts, signIn } from './sign-in.ts';
import { changeWorkspaceAsAdmin } from './workspace.ts';

type AuthMessage =
  | 'about'
  | 'signIn'
  | 'refresh'
  | 'signOut'
  | 'newDevice'
  | 'devices'
  | 'revokeDevice'
  | 'members'
  | 'changeMember'
  | 'invite'
  | 'changeWorkspace';

export interface AuthParts extends SignInParts {
  readonly metrics: Metrics;
  readonly version: string;
}

export function makeAuthHandlers(parts: AuthParts): Pick<Handlers, AuthMessage> {
  const { database, metrics, version } = parts;
  return {
    about: async () => ({ protocol: { min: PROTOCOL, max: PROTOCOL }, serverTime: Date.now(), version }),
    signIn: async (input, _, { address }) => {
      try {
        const answer = await signIn(parts, input, address);
        metrics.add('vizitka_sign_ins_total', { outcome: 'done' });
        return answer;
      } catch (error) {
        metrics.add('vizitka_sign_ins_total', { outcome: 'refused' });
        throw error;
      }
    },
    refresh: async ({ refreshToken }) => refreshTokens(database, refreshToken),
    signOut: async (_, caller) => {
      await signOut(database, caller);
      return {};
    },
    newDevice: async (shape, caller) => addClone(database, caller, shape),
    devices: async (_, caller) => ({ devices: await listDevices(database, caller) }),
    revokeDevice: async ({ device }, caller) => {
      await revoke(database, caller, device);
      return {};
    },
    members: async (_, { workspace, member }) => ({
      members: await inWorkspace(database, { workspace, member }, (tx) => listMembers(tx, workspace)),
    }),
    changeMember: async (input, caller) => ({ member: await changeMemberAsAdmin(database, caller, input) }),
    invite: async (input, caller) => invite(parts, caller, input),
    changeWorkspace: async (input, caller) => {
      await changeWorkspaceAsAdmin(database, caller, input);
      return {};
    },
  };
}

async function invite(
  { database }: AuthParts,
  caller: Caller,
  { email, role, team = null, territories = [] }: Parameters<Handlers['invite']>[0],
): Promise<{ invitation: string; expiresAt: number }> {
  refuseOthers(caller);
  const { workspace, member, device } = caller;
  return inWorkspace(database, { workspace, member }, async (tx) => {
    const place = { role, team, territories };
    const { id, invitation, expiresAt } = await makeInvitation(tx, workspace, {
      ...place,
      email: readEmail(email),
      invitedBy: member,
    });
    await writeAudit(tx, workspace, { kind: 'invited', member, device, subject: id, details: { role } });
    return { invitation, expiresAt };
  });
}
