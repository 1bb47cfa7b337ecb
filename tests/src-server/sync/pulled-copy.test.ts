import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { inWorkspace } from '#server/data/transaction.ts';
import { changeMember, changeWorkspace } from '#server/sync/workspaces.ts';
import { CLIENT_SCOPES, type WireRecord } from '#shared/sync/wire.ts';
import { addPerson, type Draft, type Firm, type HandDevice, makeFirm } from '../../helpers/firm.ts';
import { openTestDatabase } from '../../helpers/test-database.ts';

const db = await openTestDatabase();
afterAll(() => db.close());

const TEAMS = ['a', 'b'];
const SLICES = ['members', 'people', 'recent', 'rest'] as const;

/** What a device has that only ever pulls. */
class Copy {
  readonly device: HandDevice;
  records = new Map<string, WireRecord>();

  constructor(device: HandDevice) {
    this.device = device;
  }

  async pull(): Promise<void> {
    const items = await this.device.pull().catch(async (error: unknown) => {
      if ((error as { code?: string }).code !== 'access_changed') throw error;
      await this.device.hello();
      this.records = await copyAnew(this.device);
      return this.device.pull();
    });
    for (const item of items) {
      if (item.kind === 'record') this.records.set(item.record.id, item.record);
      if (item.kind === 'leave')
        for (const [id, { root }] of this.records) if (root === item.root) this.records.delete(id);
    }
  }
}

async function copyAnew({ firm, epoch, access, caller }: HandDevice): Promise<Map<string, WireRecord>> {
  const found = new Map<string, WireRecord>();
  for (const slice of SLICES) {
    for (
      let after: { entity: string; id: string } | null = null, isFirst = true;
      after || isFirst;
      isFirst = false
    ) {
      const page = await firm.handlers.snapshot(
        { protocol: 1, epoch, access, slice, after, limit: 7 },
        caller,
      );
      for (const record of page.records) found.set(record.id, record);
      after = page.after;
    }
  }
  return found;
}

/** `pulls`: a bit for each device that pulls after it. */
type Step = { by: number; what: string; at: number; to: number; pulls: number };

async function perform(
  firm: Firm,
  devices: HandDevice[],
  drafts: Draft[],
  { by, what, at, to }: Step,
): Promise<void> {
  const device = devices[by]!;
  const member = devices[to]!.caller.member;
  const of = (entity: string) => {
    const all = drafts.filter((draft) => draft.entity === entity);
    return all[at % Math.max(1, all.length)];
  };
  const [client, contact, position] = [of('client'), of('contact'), of('position')];
  const say = async (draft: Draft) => void (await device.push([draft]));
  const add = async (draft: Draft) => {
    const { results } = await device.push([draft]);
    if (results[0]?.status === 'applied') drafts.push(draft);
  };
  if (what === 'client')
    await add(device.create('client', { name: 'X', status: 'active', owner: at % 3 ? member : null }));
  if (what === 'contact') await add(device.create('contact', { lastName: 'Y' }));
  if (what === 'position' && client && contact)
    await add(device.create('position', { client: client.id, contact: contact.id }));
  if (what === 'contract' && client)
    await add(device.create('contract', { client: client.id, title: 'Z', status: 'draft' }));
  if (what === 'owner' && client)
    await say(device.set(client, { owner: { owner: at % 4 ? member : null } }, {}));
  if (what === 'territory' && client)
    await say(device.set(client, { territory: { territory: at % 3 ? TEAMS[at % 2] : null } }, {}));
  if (what === 'remove' && position) await say(device.remove(position, 1e12));
  if (what === 'team')
    await inWorkspace(db, firm, (tx) =>
      changeMember(tx, firm.workspace, { member, team: TEAMS[at] ?? null, territories: TEAMS.slice(at % 3) }),
    );
  if (what === 'scope')
    await inWorkspace(db, firm, (tx) =>
      changeWorkspace(tx, firm.workspace, { clientScope: CLIENT_SCOPES[at % 4] }),
    );
}

const step = fc.record({
  by: fc.nat(3),
  to: fc.nat(3),
  at: fc.nat(11),
  pulls: fc.nat(15),
  what: fc.oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom('client', 'contact', 'position', 'contract', 'owner', 'territory'),
    },
    { weight: 2, arbitrary: fc.constantFrom('position', 'remove', 'owner', 'team') },
    { weight: 1, arbitrary: fc.constantFrom('scope', 'owner', 'owner') },
  ),
});

test('whatever moves between members, what a device has pulled is what a fresh copy would give', async () => {
  const property = fc.asyncProperty(
    fc.constantFrom(...CLIENT_SCOPES),
    fc.array(step, { minLength: 10, maxLength: 40 }),
    async (scope, steps) => {
      const firm = await makeFirm(db, scope);
      const devices = [
        await addPerson(firm, 'admin'),
        await addPerson(firm, 'manager', { team: 'a', territories: ['a'] }),
        await addPerson(firm, 'rep', { team: 'a', territories: ['b'] }),
        await addPerson(firm, 'rep', { team: 'b' }),
      ];
      const copies = devices.map((device) => new Copy(device));
      const drafts: Draft[] = [];
      for (const one of steps) {
        await perform(firm, devices, drafts, one);
        for (const [at, copy] of copies.entries()) if (one.pulls & (1 << at)) await copy.pull();
      }
      for (const copy of copies) {
        await copy.pull();
        const fresh = await copyAnew(copy.device);
        const told = (records: Map<string, WireRecord>) =>
          [...records.values()].map(({ entity, id, seq }) => `${entity} ${id} ${seq}`).toSorted();
        expect(told(copy.records)).toEqual(told(fresh));
      }
      await firm.close();
    },
  );
  await fc.assert(property, { numRuns: 25 });
}, 120_000);
