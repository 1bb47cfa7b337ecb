import { afterAll, expect, test } from 'vitest';
import { PROTOCOL } from '#shared/sync/wire.ts';
import { addPerson, type HandDevice, makeFirm } from '../../helpers/firm.ts';
import { openTestDatabase } from '../../helpers/test-database.ts';

const db = await openTestDatabase();
afterAll(() => db.close());

const SLICES = ['members', 'mine', 'people', 'recent', 'rest'] as const;
const CLIENT = { name: 'Kováč', status: 'active' };

/** By slice the records of a copy in pages of two; `after` runs when a slice is whole. */
async function copy(
  device: HandDevice,
  after: Partial<Record<(typeof SLICES)[number], () => Promise<unknown>>> = {},
): Promise<Record<string, string[]>> {
  await device.hello();
  const { epoch, access, caller } = device;
  const { head: begun } = await device.page();
  const brought: Record<string, string[]> = {};
  for (const slice of SLICES) {
    const ids = (brought[slice] = [] as string[]);
    for (let from: { entity: string; id: string } | null = null, more = true; more; more = from !== null) {
      const input = { protocol: PROTOCOL, epoch, access, slice, after: from, begun, limit: 2 };
      const page: Awaited<ReturnType<typeof device.firm.handlers.snapshot>> =
        await device.firm.handlers.snapshot(input, caller);
      ids.push(...page.records.map(({ id }) => id));
      from = page.after;
    }
    await after[slice]?.();
  }
  return brought;
}

async function firmWithClients() {
  const firm = await makeFirm(db);
  const [eva, jan] = [await addPerson(firm), await addPerson(firm)];
  const of = (owner: string) => {
    const client = eva.create('client', { ...CLIENT, owner });
    const person = eva.create('contact', { lastName: 'Nová' });
    const place = eva.create('position', { client: client.id, contact: person.id });
    const contract = eva.create('contract', { client: client.id, title: 'Rámcová', status: 'draft' });
    return { client, person, place, contract, all: [client, person, place, contract] };
  };
  const [mine, other] = [of(eva.caller.member), of(jan.caller.member)];
  await eva.push(mine.all, other.all);
  return { firm, eva, jan, mine, other, ids: [...mine.all, ...other.all].map(({ id }) => id) };
}

test('what a slice gave does not come again', async () => {
  const { firm, eva, mine, ids } = await firmWithClients();
  const brought = await copy(eva);
  expect(brought['mine']?.toSorted()).toEqual(mine.all.map(({ id }) => id).toSorted());
  expect(Object.values(brought).flat().toSorted()).toEqual(ids.toSorted());
  await firm.close();
});

test('what becomes mine while I copy is not left out, nor a person who gets a place at a client of mine', async () => {
  const { firm, eva, jan, mine, other, ids } = await firmWithClients();
  const late = jan.create('contact', { lastName: 'Neskorý' });
  const brought = await copy(eva, {
    mine: () =>
      jan.push(
        [jan.set(other.client, { owner: { owner: eva.caller.member } })],
        [late],
        [jan.create('position', { client: mine.client.id, contact: late.id })],
      ),
  });
  expect(Object.values(brought).flat()).toEqual(expect.arrayContaining([...ids, late.id]));
  await firm.close();
});
