import { expect, test } from 'vitest';
import { readSync } from '#main/data/sync-store.ts';
import { type HostileNetwork, hostileNetwork } from '../../helpers/hostile-network.ts';
import { type Colleague, startTeam } from '../../helpers/team.ts';
import { clientOf, newClient } from '../../helpers/team-work.ts';

const PACE = { afterChange: 30, firstRetry: 30, lastRetry: 200, network: 50 };

/** Resolves when it holds; asked after every event of the base. */
function until({ base }: Colleague, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!holds()) return;
      stop();
      resolve();
    };
    const stop = base.events.listen(() => queueMicrotask(look));
    look();
  });
}

const unsent = ({ base }: Colleague) =>
  base.reader.prepare('SELECT count(*) FROM change WHERE seq IS NULL').pluck().get() as number;
const hasExchanged = ({ base }: Colleague) => readSync(base.reader, 'lastExchangeAt') !== null;
const start = (...team: Colleague[]) => {
  for (const one of team) one.context.engine.sync.start();
};

async function behind(fate?: HostileNetwork['fate']) {
  const team = await startTeam();
  const network = await hostileNetwork(team.server.url);
  if (fate) network.fate = fate;
  const eva = await team.add('eva', { through: network.url, sync: { pace: PACE } });
  return { team, network, eva };
}

test('what one writes is on the other screen by itself', async () => {
  const team = await startTeam();
  const [eva, jan] = [
    await team.add('eva', { sync: { pace: PACE } }),
    await team.add('jan', { sync: { pace: PACE } }),
  ];
  start(eva, jan);
  await until(jan, () => hasExchanged(jan));
  const firm = newClient(eva, 'Píla');
  await until(jan, () => clientOf(jan, firm) !== undefined);
  const answer = newClient(jan, 'Odpoveď');
  await until(eva, () => clientOf(eva, answer) !== undefined);
});

test('a laptop that is ended while it listens hears of it at once, without a change and without a timer', async () => {
  const team = await startTeam();
  const eva = await team.add('eva');
  const jan = await team.add('jan', { sync: { pace: PACE } });
  newClient(eva, 'Píla');
  await eva.sync();
  start(jan);
  await until(jan, () => hasExchanged(jan));
  const laptop = (await eva.client.sync.devices({})).find(({ member }) => member === jan.base.member());
  await eva.client.sync.revokeDevice({ device: laptop?.id ?? '' });
  await until(jan, () => readSync(jan.base.reader, 'trouble')?.reason === 'ended');
  expect(await jan.client.clients.list({ filter: {} })).toMatchObject({ total: 0 });
});

test('a change after a calm goes at once; what follows it closely goes together', async () => {
  const team = await startTeam();
  const network = await hostileNetwork(team.server.url);
  const eva = await team.add('eva', {
    through: network.url,
    sync: { pace: { ...PACE, afterChange: 60_000 } },
  });
  const pushes = () => network.asked.filter((path) => path.endsWith('/push')).length;
  start(eva);
  await until(eva, () => hasExchanged(eva));
  const before = pushes();
  newClient(eva, 'Píla');
  await until(eva, () => unsent(eva) === 0);
  for (const name of ['Sklad', 'Dielňa', 'Obchod']) newClient(eva, name);
  expect(unsent(eva)).toBe(3);
  await eva.client.sync.now({});
  expect(unsent(eva)).toBe(0);
  expect(pushes() - before).toBe(2);
});

test('after trouble it tries again by itself, and what waits drains with nobody doing anything', async () => {
  const { eva, network } = await behind(() => 'lostOnTheWay');
  start(eva);
  newClient(eva, 'Píla');
  await until(eva, () => network.asked.length >= 4);
  const state = await eva.client.sync.state({});
  expect(state).toMatchObject({ unsent: 2, trouble: { reason: 'offline' } });
  network.fate = () => 'passes';
  await until(eva, () => hasExchanged(eva));
  expect(await eva.client.sync.state({})).toMatchObject({ unsent: 0, trouble: null });
});

test('told to stay offline it asks nothing until it is told otherwise', async () => {
  const { eva, network } = await behind();
  start(eva);
  await until(eva, () => unsent(eva) === 0);
  await eva.client.sync.now({});
  await eva.client.sync.stayOffline({ on: true });
  const asked = network.asked.length;
  newClient(eva, 'Píla');
  await new Promise((resolve) => setTimeout(resolve, 10 * PACE.afterChange));
  expect(network.asked).toHaveLength(asked);
  expect((await eva.client.sync.state({})).staysOffline).toBe(true);
  await eva.client.sync.stayOffline({ on: false });
  await until(eva, () => unsent(eva) === 0);
});

test('a base that is closed in the middle of a request is closed, and exchanges when it is opened again', async () => {
  const { eva, network } = await behind();
  await eva.sync();
  newClient(eva, 'Píla');
  const asked = Promise.withResolvers<void>();
  network.fate = () => {
    asked.resolve();
    return 'answerLost';
  };
  const running = eva.client.sync.now({});
  await asked.promise;
  eva.close();
  await running;
  network.fate = () => 'passes';
  const again = eva.restart();
  await again.sync();
  expect(unsent(again)).toBe(0);
});
