import { v7 } from 'uuid';
import { afterAll, describe, expect, test } from 'vitest';
import { inWorkspace } from '#server/data/transaction.ts';
import { bumpEpoch, markDurable } from '#server/sync/workspaces.ts';
import { MESSAGE_BYTES, PAGE_ITEMS, type PullItem } from '#shared/sync/wire.ts';
import { addPerson, type HandDevice, makeFirm } from '../../helpers/firm.ts';
import { openTestDatabase } from '../../helpers/test-database.ts';

const db = await openTestDatabase();
afterAll(() => db.close());

const CLIENT = { name: 'Kováč', status: 'active' };

async function pushClients(device: HandDevice, count: number, notes?: string): Promise<string[]> {
  const drafts = Array.from({ length: count }, () =>
    device.create('client', { ...CLIENT, notes: notes ?? null }),
  );
  for (let at = 0; at < count; at += 200) await device.push(drafts.slice(at, at + 200));
  return drafts.map(({ id }) => id);
}

function idsOf(items: readonly PullItem[]): string[] {
  return items.flatMap((item) => (item.kind === 'record' ? [item.record.id] : []));
}

describe('a page', () => {
  test('has no more rows than asked for, and ends between txns', async () => {
    const firm = await makeFirm(db);
    const eva = await addPerson(firm);
    const ids: string[] = [];
    for (let turn = 0; turn < 4; turn++) ids.push(...(await pushClients(eva, 7)));
    const pages = [];
    for (let more = true; more; ) {
      const page = await eva.page(10);
      pages.push(page.items.length);
      expect(idsOf(page.items)).toEqual(expect.arrayContaining(ids.splice(0, page.items.length).slice(0, 0)));
      more = page.more;
    }
    expect(pages).toEqual([7, 7, 7, 7]);
    await firm.close();
  });

  test('gives a txn that is larger than itself whole', async () => {
    const firm = await makeFirm(db);
    const eva = await addPerson(firm);
    const ids = await pushClients(eva, 60);
    const page = await eva.page(10);
    expect(idsOf(page.items).sort()).toEqual([...ids].sort());
    expect((await eva.page(10)).items).toEqual([]);
    await firm.close();
  });

  test('of a txn whose records are larger than a message is cut within it', async () => {
    const firm = await makeFirm(db);
    const eva = await addPerson(firm);
    const notes = 'ž'.repeat(15_000);
    const drafts = Array.from({ length: 40 }, () => eva.create('client', CLIENT));
    await eva.push(drafts);
    for (const draft of drafts) await eva.push([eva.set(draft, { notes: { notes } })]);
    await eva.pull();
    const answer = await eva.push(drafts.map((draft) => eva.set(draft, { tier: { tier: 'a' } })));
    const numbers = new Map<string, number>();
    for (let more = true; more; ) {
      const page = await eva.page();
      expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(MESSAGE_BYTES);
      for (const item of page.items) if (item.kind === 'record') numbers.set(item.record.id, item.seq);
      more = page.more;
    }
    expect(numbers).toEqual(new Map(answer.records.map(({ id, seq }) => [id, seq])));
    expect(numbers.size).toBe(40);
    await firm.close();
  });

  test('stays within the size of a message, and nothing is lost at the cut', async () => {
    const firm = await makeFirm(db);
    const eva = await addPerson(firm);
    const ids: string[] = [];
    for (let turn = 0; turn < 15; turn++)
      ids.push(...(await pushClients(eva, 12, 'ľúbivý text '.repeat(1_000))));
    const seen: string[] = [];
    for (let more = true; more; ) {
      const page = await eva.page(PAGE_ITEMS);
      expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(MESSAGE_BYTES);
      seen.push(...idsOf(page.items));
      more = page.more;
    }
    expect(seen.sort()).toEqual([...ids].sort());
    await firm.close();
  });
});

describe('epoch and backup', () => {
  test('a server that was restored says so at once', async () => {
    const firm = await makeFirm(db);
    const eva = await addPerson(firm);
    await pushClients(eva, 1);
    const epoch = await inWorkspace(db, firm, (tx) => bumpEpoch(tx, firm.workspace));
    await expect(eva.pull()).rejects.toMatchObject({ code: 'epoch_changed', details: { epoch } });
    const before = eva.cursor;
    await eva.hello();
    expect(eva.epoch).toBe(epoch);
    // numbers of the device begin anew, those of the server go on where none was given out before
    eva.n = 0;
    const again = await pushClients(eva, 1);
    expect(eva.n).toBe(1);
    const items = await eva.pull();
    expect(idsOf(items)).toContain(again[0]);
    expect(eva.cursor).toBeGreaterThan(before + 1_000_000);
    await firm.close();
  });

  test('a cursor that this server never gave out means that an older database was put in place', async () => {
    const firm = await makeFirm(db);
    const eva = await addPerson(firm);
    await eva.hello();
    const before = eva.epoch;
    eva.cursor = 1_000;
    await eva.hello();
    expect(eva.epoch).not.toBe(before);
    await firm.close();
  });

  test('what a backup holds is told with every answer, and never goes back', async () => {
    const firm = await makeFirm(db);
    const eva = await addPerson(firm);
    await pushClients(eva, 1);
    const { head } = await eva.page();
    const mark = (seq: number) => inWorkspace(db, firm, (tx) => markDurable(tx, firm.workspace, seq));
    await mark(head);
    expect((await eva.page()).durableSeq).toBe(head);
    await mark(1);
    await mark(head + 1_000);
    expect((await eva.page()).durableSeq).toBe(head);
    await firm.close();
  });
});

test('a token of another workspace sees and changes nothing here', async () => {
  const [ours, theirs] = [await makeFirm(db), await makeFirm(db)];
  const [eva, mallory] = [await addPerson(ours), await addPerson(theirs, 'admin')];
  const client = eva.create('client', { ...CLIENT, notes: 'tajné' });
  await eva.push([client]);
  expect(await mallory.pull()).toEqual([]);
  const answer = await mallory.push([mallory.set(client, { notes: { notes: 'x' } })]);
  expect(answer.results).toMatchObject([{ status: 'rejected', reason: 'unknownRecord' }]);
  expect(answer.records).toEqual([]);
  await expect(
    theirs.handlers.history({ protocol: 1, entity: 'client', id: client.id }, mallory.caller),
  ).rejects.toMatchObject({ code: 'not_found' });
  const forged = { ...mallory.caller, workspace: ours.workspace };
  await expect(
    ours.handlers.pull({ protocol: 1, epoch: eva.epoch, access: eva.access, cursor: 0 }, forged),
  ).rejects.toMatchObject({ code: 'unauthorised' });
  const copied = mallory.create('client', CLIENT, client.id);
  expect((await mallory.push([copied])).results).toMatchObject([{ status: 'applied' }]);
  expect((await eva.pullRecords())[0]?.data['notes']).toBe('tajné');
  await ours.close();
  await theirs.close();
});

describe('the first copy', () => {
  const SLICES = ['members', 'mine', 'people', 'recent', 'rest'] as const;

  async function copy(device: HandDevice, limit: number): Promise<Map<string, string[]>> {
    await device.hello();
    const { epoch, access } = device;
    const found = new Map<string, string[]>();
    for (const slice of SLICES) {
      const ids: string[] = [];
      for (
        let after: { entity: string; id: string } | null = null, isFirst = true;
        after || isFirst;
        isFirst = false
      ) {
        const page = await device.firm.handlers.snapshot(
          { protocol: 1, epoch, access, slice, after, limit },
          device.caller,
        );
        ids.push(...page.records.map(({ id }) => id));
        expect(page.total).toBeGreaterThanOrEqual(page.records.length);
        after = page.after;
      }
      found.set(slice, ids);
    }
    return found;
  }

  test('gives all that a member sees, his own clients with their people first', async () => {
    const firm = await makeFirm(db);
    const eva = await addPerson(firm);
    const own = eva.create('client', { ...CLIENT, owner: eva.caller.member });
    const person = eva.create('contact', { lastName: 'Nová' });
    const place = eva.create('position', { client: own.id, contact: person.id });
    const other = eva.create('client', CLIENT);
    const old = eva.create('contract', { client: other.id, title: 'Stará', status: 'expired' });
    const objection = eva.create('objection', {
      client: other.id,
      raisedAt: 1,
      text: 'Drahé',
      outcome: 'open',
    });
    const me = eva.create('member', { name: 'Eva' }, eva.caller.member);
    await eva.push([me, own, person, place, other, { ...old, at: Date.now() - 91 * 86_400_000 }, objection]);
    const found = await copy(eva, 2);
    expect(found.get('members')).toEqual([me.id]);
    expect(found.get('mine')?.sort()).toEqual([own.id, person.id, place.id].sort());
    expect(found.get('people')?.sort()).toEqual([own.id, other.id, person.id, place.id].sort());
    expect(found.get('recent')).toEqual([objection.id]);
    expect(found.get('rest')).toEqual([old.id]);
    await firm.close();
  });

  test('and the digest of all of it agrees with the sums over its buckets', async () => {
    const firm = await makeFirm(db);
    const eva = await addPerson(firm);
    await pushClients(eva, 30);
    const { epoch, access } = eva;
    const fields = { client: ['name', 'status'] };
    const asked = { protocol: 1, epoch, access };
    const { buckets } = await firm.handlers.digest({ ...asked, fields }, eva.caller);
    expect(buckets.reduce((sum, [count]) => sum + count, 0)).toBe(30);
    const bucket = buckets.findIndex(([count]) => count > 0);
    const { records } = await firm.handlers.buckets({ ...asked, bucket, after: null }, eva.caller);
    expect(records).toHaveLength(buckets[bucket]?.[0] ?? -1);
    expect(records.every(({ id }) => id.endsWith(bucket.toString(16).padStart(2, '0')))).toBe(true);
    await firm.close();
  });
});

test('the history of a record has what stands, what stood and what lost, newest first', async () => {
  const firm = await makeFirm(db);
  const [eva, jan] = [await addPerson(firm), await addPerson(firm)];
  const client = eva.create('client', { ...CLIENT, tier: 'a' });
  await eva.push([client]);
  const lost = jan.set(client, { tier: { tier: 'c' } });
  const won = eva.set(client, { tier: { tier: 'b' } });
  await eva.push([won]);
  await jan.push([{ ...lost, hlc: `0${lost.hlc.slice(1)}` }]);
  const { values } = await firm.handlers.history(
    { protocol: 1, entity: 'client', id: client.id },
    jan.caller,
  );
  const tiers = values.filter(({ unit }) => unit === 'tier');
  expect(tiers.map(({ value }) => value)).toEqual(
    expect.arrayContaining([{ tier: 'b' }, { tier: 'a' }, { tier: 'c' }]),
  );
  expect(tiers[0]).toMatchObject({ value: { tier: 'b' }, change: won.id, actor: eva.caller.member });
  await expect(
    firm.handlers.history({ protocol: 1, entity: 'client', id: v7() }, jan.caller),
  ).rejects.toMatchObject({ code: 'not_found' });
  await firm.close();
});
