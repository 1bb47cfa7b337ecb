/** Many devices that each change one thing every ten seconds, as plain HTTP: the server is what is measured. */
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { hlcToHex } from '#shared/sync/hlc.ts';
import { PROTOCOL } from '#shared/sync/wire.ts';
import { ask } from '../helpers/sync-device.ts';

interface Phone {
  token: string;
  hlcDevice: string;
  n: number;
}

export interface Crowd {
  devices: number;
  seconds: number;
  /** Of the administrator's device. */
  token: string;
  member: string;
  /** Clients that are edited. */
  clients: readonly string[];
}

const EVERY_MS = 10_000;

/** Milliseconds of each push. */
export async function crowd(
  url: string,
  { devices, seconds, token, member, clients }: Crowd,
): Promise<number[]> {
  const phones: Phone[] = [];
  for (let no = 0; no < devices; no += 1) {
    const hlcDevice = randomBytes(8).toString('hex');
    const { accessToken } = await ask(
      url,
      'newDevice',
      { hlcDevice, name: `device ${no}`, platform: 'bench' },
      token,
    );
    phones.push({ token: accessToken, hlcDevice, n: 0 });
  }
  const { epoch } = await ask(
    url,
    'hello',
    { protocol: PROTOCOL, epoch: null, cursor: 0, lastN: 0, hlcDevice: phones[0]?.hlcDevice ?? '' },
    phones[0]?.token,
  );
  const took: number[] = [];
  const until = performance.now() + seconds * 1_000;
  await Promise.all(
    phones.map(async (phone, no) => {
      await wait((EVERY_MS * no) / devices);
      while (performance.now() < until) {
        const from = performance.now();
        await push(url, epoch, phone, member, clients[no % clients.length] ?? '');
        took.push(performance.now() - from);
        await wait(Math.max(0, EVERY_MS - (performance.now() - from)));
      }
    }),
  );
  return took;
}

async function push(url: string, epoch: string, phone: Phone, member: string, client: string): Promise<void> {
  const at = Date.now();
  const id = randomUUID();
  phone.n += 1;
  const change = {
    id,
    entity: 'client',
    record: client,
    root: client,
    kind: 'set' as const,
    units: { segment: { segment: `segment ${at}` } },
    base: { segment: client },
    seen: null,
    hlc: hlcToHex({ ms: at, counter: 0 }, phone.hlcDevice),
    at,
    n: phone.n,
    txn: id,
    action: id,
    actor: member,
  };
  await ask(url, 'push', { protocol: PROTOCOL, epoch, changes: [change] }, phone.token);
}
