import { once } from 'node:events';
import https from 'node:https';
import net from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Fate, hostileNetwork } from '../../helpers/hostile-network.ts';
import { selfSigned } from '../../helpers/self-signed.ts';
import { expectAgreement, startTeam } from '../../helpers/team.ts';
import { clientOf, editClient, newClient } from '../../helpers/team-work.ts';

const IN_CLEAR = 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n';

async function evaBehindABadNetwork() {
  const team = await startTeam();
  const network = await hostileNetwork(team.server.url);
  const eva = await team.add('eva', { through: network.url });
  await eva.sync();
  return { team, network, eva };
}

describe('what a network makes of an answer', () => {
  const troubles: [Fate, string][] = [
    ['lostOnTheWay', 'offline'],
    ['answerLost', 'offline'],
    ['halfAnswer', 'offline'],
    ['captivePortal', 'notOurServer'],
    ['redirected', 'notOurServer'],
    ['bomb', 'serverTrouble'],
    ['proxyTrouble', 'serverTrouble'],
  ];
  test.each(troubles)(
    '%s: nothing is lost or taken for true, and it drains when the network heals',
    async (fate, trouble) => {
      const { team, network, eva } = await evaBehindABadNetwork();
      const firm = newClient(eva, 'Píla');
      network.fate = () => fate;
      expect(await eva.client.sync.now({})).toMatchObject({ trouble });
      expect(await eva.client.sync.state({})).toMatchObject({
        unsent: 1,
        trouble: { reason: trouble, count: 1 },
      });
      network.fate = () => 'passes';
      const jan = await team.add('jan');
      await expectAgreement(eva, jan);
      expect(clientOf(jan, firm)).toMatchObject({ name: 'Píla' });
      expect(await eva.client.sync.exchanges({})).toMatchObject([
        { trouble: null },
        { sent: 1, trouble: null },
        { trouble },
        { trouble: null },
      ]);
    },
  );
});

test('an answer that is lost at each message once: every change took effect once', async () => {
  const { team, network, eva } = await evaBehindABadNetwork();
  const jan = await team.add('jan');
  const firm = newClient(eva, 'Píla');
  for (const path of ['/v1/push', '/v1/pull', '/v1/hello', '/v1/push']) {
    let lost = false;
    network.fate = (asked) => {
      if (lost || asked !== path) return 'passes';
      lost = true;
      return 'answerLost';
    };
    editClient(eva, firm, { town: `Obec ${path} ${eva.base.newId()}` });
    const { trouble } = await eva.client.sync.now({});
    expect(trouble).toBe(lost ? 'offline' : null);
    // Edited again, before what was sent is known to have come through.
    editClient(eva, firm, { town: `Obec ${eva.base.newId()}` });
  }
  network.fate = () => 'passes';
  await expectAgreement(eva, jan);
  expect(clientOf(jan, firm)).toMatchObject({ town: clientOf(eva, firm)?.['town'] });
  expect((await jan.client.conflicts.list({})).rows).toEqual([]);
});

test('a lost answer to the renewal of a token does not lock the laptop out', async () => {
  const { team, network, eva } = await evaBehindABadNetwork();
  const expire = () =>
    eva.base.writer.exec(
      `UPDATE sync_state SET value = json_set(value, '$.accessExpiresAt', 0) WHERE key = 'tokens'`,
    );
  for (const fate of ['answerLost', 'passes', 'answerLost', 'passes'] as const) {
    expire();
    network.fate = (path) => (path === '/v1/refresh' ? fate : 'passes');
    expect((await eva.client.sync.now({})).trouble).toBe(fate === 'passes' ? null : 'offline');
  }
  await expectAgreement(eva, await team.add('jan'));
});

describe('TLS that does not come about', () => {
  const heard: string[] = [];
  const raw = (answer: (socket: net.Socket) => void) =>
    net.createServer((socket) => {
      socket.on('error', () => {}).once('data', () => answer(socket));
    });
  const ways: [string, () => net.Server, string][] = [
    ['cut while it is made', () => raw((socket) => socket.destroy()), 'offline'],
    ['answered in clear', () => raw((socket) => socket.end(IN_CLEAR)), 'insecure'],
    [
      'with a certificate that nobody vouches for',
      () => https.createServer(selfSigned(), ({ url = '' }) => void heard.push(url)),
      'insecure',
    ],
  ];
  test.each(ways)('%s: nothing is said on it, and it is told', async (_, open, trouble) => {
    const { eva } = await evaBehindABadNetwork();
    const port = open();
    await once(port.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => void port.close());
    const server = `https://localhost:${(port.address() as net.AddressInfo).port}`;
    newClient(eva, 'Píla');
    eva.base.writer.exec(
      `UPDATE sync_state SET value = json_set(value, '$.server', '${server}') WHERE key = 'connection'`,
    );
    expect(await eva.client.sync.now({})).toMatchObject({ trouble });
    expect(await eva.client.sync.state({})).toMatchObject({ unsent: 1, trouble: { reason: trouble } });
    expect(heard).toEqual([]);
  });
});

test('plain HTTP to another machine is never spoken', async () => {
  const { serverAddress } = await import('#main/sync/server-address.ts');
  expect(serverAddress('http://sync.firma.sk')).toBeNull();
  expect(serverAddress('http://127.0.0.1.firma.sk')).toBeNull();
  expect(serverAddress('ftp://sync.firma.sk')).toBeNull();
  expect(serverAddress('https://u:p@sync.firma.sk')).toBeNull();
  expect(serverAddress(' sync.firma.sk/vizitka/ ')).toBe('https://sync.firma.sk/vizitka');
  expect(serverAddress('http://localhost:8787')).toBe('http://localhost:8787');
  expect(serverAddress('http://[::1]:8787')).toBe('http://[::1]:8787');
});
