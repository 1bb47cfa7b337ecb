/** A device of the exchange without an engine: plain HTTP with the messages' own types. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { SyncHandlers } from '#server/sync/handlers.ts';
import {
  type MessageInput,
  type MessageName,
  type MessageOutput,
  messages,
  type SignedIn,
} from '#shared/sync/messages.ts';
import { PROTOCOL, type SyncErrorBody } from '#shared/sync/wire.ts';
import { HandDevice } from './firm.ts';

export const PASSWORD = 'correct horse battery';

/** What `fetch` got, as JSON, with the status. */
export interface Reply<T> {
  readonly status: number;
  readonly body: T;
}

export async function send<N extends MessageName>(
  url: string,
  name: N,
  input: MessageInput<N>,
  accessToken?: string,
): Promise<Reply<MessageOutput<N> | SyncErrorBody>> {
  const { method, path } = messages[name];
  const answer = await fetch(url + path, {
    method,
    headers: {
      ...(method === 'POST' && { 'content-type': 'application/json' }),
      ...(accessToken !== undefined && { authorization: `Bearer ${accessToken}` }),
    },
    ...(method === 'POST' && { body: JSON.stringify(input) }),
  });
  return { status: answer.status, body: (await answer.json()) as MessageOutput<N> | SyncErrorBody };
}

/** The answer; throws when it is a refusal, with what it says. */
export async function ask<N extends MessageName>(
  url: string,
  name: N,
  input: MessageInput<N>,
  accessToken?: string,
): Promise<MessageOutput<N>> {
  const { status, body } = await send(url, name, input, accessToken);
  if (status !== 200) throw new Error(`${name} answered ${status}: ${JSON.stringify(body)}`);
  // Read as a device reads it: an answer that breaks its own schema fails here.
  return messages[name].output.parse(body) as MessageOutput<N>;
}

/** The refusal; throws when it was none. */
export async function refused<N extends MessageName>(
  url: string,
  name: N,
  input: MessageInput<N>,
  accessToken?: string,
): Promise<SyncErrorBody> {
  const { status, body } = await send(url, name, input, accessToken);
  if (status === 200) throw new Error(`${name} was not refused`);
  return body as SyncErrorBody;
}

export interface Person {
  readonly email: string;
  readonly password?: string;
  readonly name?: string;
  readonly invitation?: string;
  /** Id of the local member record of the device. */
  readonly member?: string;
  readonly deviceName?: string;
  readonly hlcDevice?: string;
}

export function signInInput({
  email,
  password = PASSWORD,
  name,
  invitation,
  member = randomUUID(),
  deviceName = 'Laptop',
  hlcDevice = randomBytes(8).toString('hex'),
}: Person): MessageInput<'signIn'> {
  return {
    protocol: PROTOCOL,
    email,
    password,
    ...(name !== undefined && { name }),
    ...(invitation !== undefined && { invitation }),
    member,
    device: { hlcDevice, name: deviceName, platform: 'test' },
  };
}

/** Signs a device in; with an `invitation` its owner becomes a member. */
export async function signInDevice(url: string, person: Person): Promise<SignedIn> {
  return ask(url, 'signIn', signInInput(person));
}

/** Invites somebody as the administrator of this token, and signs his first device in. */
export async function inviteAndSignIn(
  url: string,
  adminToken: string,
  person: Person & Partial<Pick<MessageInput<'invite'>, 'role' | 'team' | 'territories'>>,
): Promise<SignedIn> {
  const { email, role = 'rep', team, territories } = person;
  const asked = { email, role, ...(team !== undefined && { team }), ...(territories && { territories }) };
  const { invitation } = await ask(url, 'invite', asked, adminToken);
  return signInDevice(url, { ...person, invitation });
}

/** A device that builds changes by hand (firm.ts) and says them over HTTP. */
export function handDevice(
  url: string,
  { workspace, member, device, accessToken }: SignedIn,
  hlcDevice: string,
): HandDevice {
  const over = <N extends keyof SyncHandlers>(name: N) =>
    ((input: MessageInput<N>) => ask(url, name, input, accessToken)) as SyncHandlers[N];
  const handlers: SyncHandlers = {
    hello: over('hello'),
    push: over('push'),
    pull: over('pull'),
    snapshot: over('snapshot'),
    digest: over('digest'),
    buckets: over('buckets'),
    history: over('history'),
  };
  const caller = { workspace: workspace.id, member: member.id, device };
  return new HandDevice({ handlers, workspace: workspace.id }, caller, hlcDevice);
}
