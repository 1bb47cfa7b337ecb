/** A firm on a real server, and its people with engines of their own: nothing is replaced. */
import { writeSync } from '#main/data/sync-store.ts';
import { verifyBase } from '#main/data/verify.ts';
import { writeRemote } from '#main/data/write.ts';
import type { SyncOptions } from '#main/sync/desk.ts';
import { becomeMember } from '#main/sync/join/become-member.ts';
import type { SignedIn } from '#shared/sync/messages.ts';
import { expect, onTestFinished } from 'vitest';
import type { TestServer } from './hosted-server.ts';
import { startServer } from './start-server.ts';
import { inviteAndSignIn, type Person, signInDevice } from './sync-device.ts';
import { openTestEngine, type TestEngine } from './test-engine.ts';

export interface Team {
  server: TestServer;
  /** One more person with a laptop of his own, signed in; the first is the administrator. */
  add(name: string, more?: Joining): Promise<Colleague>;
  /** One more laptop of a person. */
  another(of: Colleague, more?: Joining): Promise<Colleague>;
}

export interface Joining extends Partial<Person> {
  role?: 'admin' | 'manager' | 'rep';
  team?: string;
  territories?: string[];
  sync?: Partial<SyncOptions>;
  /** Address under which this laptop reaches the server. */
  through?: string;
}

export interface Colleague extends TestEngine {
  email: string;
  signedIn: SignedIn;
  /** One exchange, which must go through. */
  sync(): Promise<{ sent: number; received: number }>;
  /** The laptop is shut and opened again. */
  restart(sync?: Partial<SyncOptions>): Colleague;
}

export async function startTeam(): Promise<Team> {
  const server = await startServer();
  let first: Colleague | undefined;
  const add = async (name: string, { sync, through, ...more }: Joining = {}) => {
    const engine = openTestEngine({ ...(sync && { sync }) });
    onTestFinished(() => engine.close());
    const person = {
      email: `${name}@example.com`,
      name,
      member: engine.base.member(),
      hlcDevice: engine.base.clock.device,
      ...more,
    };
    const signedIn = first
      ? await inviteAndSignIn(server.url, first.signedIn.accessToken, person)
      : await signInDevice(server.url, {
          ...person,
          email: 'admin@example.com',
          invitation: server.adminInvitation,
        });
    const colleague = connect(engine, through ?? server.url, signedIn, person.email);
    first ??= colleague;
    return colleague;
  };
  const another = async (of: Colleague, { sync, through, ...more }: Joining = {}) => {
    const engine = openTestEngine({ ...(sync && { sync }) });
    onTestFinished(() => engine.close());
    const { base } = engine;
    const person = { email: of.email, member: base.member(), hlcDevice: base.clock.device, ...more };
    return connect(engine, through ?? server.url, await signInDevice(server.url, person), of.email);
  };
  return { server, add, another };
}

/** An administrator and two representatives, where a client is seen by who answers for it. */
export async function ownersOnly() {
  const team = await startTeam();
  const eva = await team.add('eva');
  await eva.client.sync.changeWorkspace({ clientScope: 'owner' });
  const [jan, ivo] = [await team.add('jan'), await team.add('ivo')];
  for (const one of [eva, jan, ivo]) await one.sync();
  return { team, eva, jan, ivo };
}

function connect(engine: TestEngine, server: string, signedIn: SignedIn, email: string): Colleague {
  const { workspace, member, device, accessToken, accessExpiresAt, refreshToken } = signedIn;
  writeRemote(engine.base, (tx) => {
    const { db } = tx;
    const connection = {
      server,
      workspace: { ...workspace, clientScope: 'workspace' as const },
      member,
      device,
      signedInAt: tx.now,
    };
    writeSync(db, 'connection', connection);
    writeSync(db, 'tokens', { accessToken, accessExpiresAt, refreshToken });
    becomeMember(tx, member.id);
  });
  return colleagueOf(engine, signedIn, email);
}

function colleagueOf(engine: TestEngine, signedIn: SignedIn, email: string): Colleague {
  return {
    ...engine,
    email,
    signedIn,
    async sync() {
      const { trouble, ...counts } = await engine.client.sync.now({});
      expect(trouble).toBeNull();
      return counts;
    },
    restart(sync) {
      engine.close();
      const again = openTestEngine({ folder: engine.folder, key: engine.key, ...(sync && { sync }) });
      onTestFinished(() => again.close());
      return colleagueOf(again, signedIn, email);
    },
  };
}

/** All have sent and taken everything; they hold the same as the server, and their bases are sound. */
export async function expectAgreement(...team: Colleague[]): Promise<void> {
  for (const round of [1, 2]) for (const one of team) if (round) await one.sync();
  for (const one of team) {
    const state = await one.client.sync.state({});
    expect(state).toMatchObject({ unsent: 0, trouble: null });
    expect(await one.client.sync.verify({})).toMatchObject({ equal: true, trouble: null });
    expect(verifyBase(one.base).problems).toEqual([]);
  }
}
