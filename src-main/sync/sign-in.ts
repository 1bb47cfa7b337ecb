/** Becoming a device of a server: one more of a member, or with an invitation the first of a new one. */
import process from 'node:process';
import { member } from '#shared/entities/settings.ts';
import type { MessageOutput } from '#shared/sync/messages.ts';
import { PASSWORD_LENGTH, PROTOCOL } from '#shared/sync/wire.ts';
import { invalid, refused } from '../data/app-error.ts';
import type { Base } from '../data/base.ts';
import { readRecord } from '../data/codec.ts';
import { readSync } from '../data/sync-store.ts';
import { isSaid, refusalOf } from './failure.ts';
import { arrive } from './join/arrive.ts';
import type { Line } from './line.ts';
import { serverAddress } from './server-address.ts';
import { leaveServer } from './sign-out.ts';

export interface SignInInput {
  server: string;
  email: string;
  password: string;
  invitation: string | null;
  /** Name of this device. */
  device: string;
}

/**
 * True when the base is not empty and waits to be joined; also when the same sign-in is asked for once more before the
 * person's word. Throws REFUSED with nothing changed.
 */
export async function signIn(
  base: Base,
  lineTo: (server: string) => Line,
  input: SignInInput,
): Promise<boolean> {
  if (base.kind === 'demo') throw refused('demoNeverJoins');
  // A device that was revoked or ended, or whose tokens a restored copy has used up, comes back as a new one.
  const isBack = ['revoked', 'ended'].includes(readSync(base.reader, 'trouble')?.reason ?? '');
  const present = readSync(base.reader, 'connection');
  const server = serverAddress(input.server);
  if (present && !isBack) {
    const isSame = present.server === server && present.member.email === input.email.toLowerCase();
    if (isSame && readSync(base.reader, 'joining')) return true;
    throw refused('alreadySignedIn');
  }
  if (server === null) throw refused(/^\s*http:/i.test(input.server) ? 'needsHttps' : 'notOurServer');
  if (!/^[^\s@]+@[^\s@]+$/.test(input.email)) throw invalid([{ field: 'email', problem: 'notAnEmail' }]);
  if (input.invitation !== null && input.password.length < PASSWORD_LENGTH) throw refused('passwordShort');
  const line = lineTo(server);
  try {
    const { protocol } = await line.ask('about', {});
    if (protocol.min > PROTOCOL || protocol.max < PROTOCOL) throw refused('upgradeRequired');
    const answer = await introduce(base, line, input);
    const {
      accessToken,
      accessExpiresAt,
      refreshToken,
      workspace,
      member: known,
      device,
      serverTime,
    } = answer;
    if (isBack) leaveServer(base);
    base.clock.offset = serverTime - base.now();
    // The scope of clients comes with the first greeting.
    const connection = {
      server,
      workspace: { id: workspace.id, name: workspace.name, clientScope: 'workspace' as const },
      member: known,
      device,
      signedInAt: base.now(),
    };
    return arrive(base, connection, { accessToken, accessExpiresAt, refreshToken });
  } catch (error) {
    throw whyNot(error, input.invitation !== null);
  }
}

async function introduce(
  base: Base,
  line: Line,
  { email, password, invitation, device }: SignInInput,
): Promise<MessageOutput<'signIn'>> {
  const own = base.member();
  const name = readRecord(base.reader, member, own)?.name;
  const asked = {
    protocol: PROTOCOL,
    email,
    password,
    ...(invitation !== null && { invitation }),
    ...(name !== undefined && { name }),
    device: { hlcDevice: base.clock.device, name: device, platform: process.platform },
  };
  try {
    return await line.ask('signIn', { ...asked, member: own });
  } catch (error) {
    // A copy of a colleague's base: its member is somebody else already.
    if (!isSaid(error, 'not_allowed') || error.said.reason !== 'memberTaken') throw error;
    return line.ask('signIn', { ...asked, member: base.newId() });
  }
}

function whyNot(error: unknown, isInvited: boolean): unknown {
  if (isSaid(error, 'unauthorised', 'not_allowed', 'invalid'))
    return refused(isInvited && error.said.reason !== 'credentials' ? 'invitationInvalid' : 'wrongPassword');
  return refusalOf(error);
}
