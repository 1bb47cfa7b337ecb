import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestEngine } from '../../helpers/test-engine.ts';
import { openTestEngine } from '../../helpers/test-engine.ts';

let engine: TestEngine;
let ids: Record<'tatry' | 'fox' | 'jan' | 'eva' | 'visit' | 'objection', string>;

beforeAll(async () => {
  engine = openTestEngine({ folder: mkdtempSync(join(tmpdir(), 'vizitka-')) });
  const { client, base } = engine;
  const newId = () => base.newId();
  ids = { tatry: newId(), fox: newId(), jan: newId(), eva: newId(), visit: newId(), objection: newId() };
  const firm = (id: string, values: object) =>
    client.clients.create({ id, values: { status: 'active', ...values } as never });
  await firm(ids.tatry, { name: 'Píla Vysoké Tatry, s. r. o.', ico: '00323748', town: 'Štrba' });
  await firm(ids.fox, { name: 'Fox, a. s.', web: 'https://www.liska-logistika.sk' });
  await firm(newId(), { name: 'Silverfoxová doprava' });
  await client.contacts.create({
    id: ids.jan,
    values: {
      firstName: 'Ján',
      lastName: 'Łukasiewicz',
      phones: [{ value: '0905 123 456', kind: 'mobile' }],
      emails: [{ value: 'jan.luk@pila-tatry.sk', kind: 'work' }],
    } as never,
    position: { id: newId(), values: { client: ids.tatry, contact: ids.jan, jobTitle: 'nákupca' } as never },
  });
  await client.contacts.create({ id: ids.eva, values: { firstName: 'Eva', lastName: 'Evansová' } as never });
  await client.meetings.log({
    id: ids.visit,
    values: {
      client: ids.tatry,
      kind: 'visit',
      happenedAt: 1_700_000_000_000,
      zone: 'Europe/Bratislava',
      summary: 'Ukázali sme vzorky lepiacej pásky.',
    },
    objections: [{ id: ids.objection, text: 'Dodávka mešká', competitor: 'Kartónia' }],
  });
});
afterAll(() => {
  engine.close();
  rmSync(engine.folder, { recursive: true });
});

const found = async (text: string) =>
  Object.fromEntries(
    (await engine.client.search.find({ text })).groups.map(({ kind, hits }) => [
      kind,
      hits.map(({ id }) => id),
    ]),
  );

test.each<[typed: string, kind: string, who: keyof typeof ids]>([
  ['pila', 'client', 'tatry'],
  ['PÍLA TAT', 'client', 'tatry'],
  ['tat vys', 'client', 'tatry'],
  ['00323748', 'client', 'tatry'],
  ['3237', 'client', 'tatry'],
  ['strba', 'client', 'tatry'],
  ['liska-log', 'client', 'fox'],
  ['jan', 'contact', 'jan'],
  ['jan lukas', 'contact', 'jan'],
  ['kasiew', 'contact', 'jan'],
  ['pila-tatry.sk', 'contact', 'jan'],
  ['an.luk@pi', 'contact', 'jan'],
  ['nakupca', 'contact', 'jan'],
  ['0905123456', 'contact', 'jan'],
  ['0905 123', 'contact', 'jan'],
  ['0905/123 456', 'contact', 'jan'],
  ['+421 905 123', 'contact', 'jan'],
  ['00421905', 'contact', 'jan'],
  ['3 456', 'contact', 'jan'],
  ['vzorky pás', 'interaction', 'visit'],
  ['meska', 'objection', 'objection'],
  ['kartonia', 'objection', 'objection'],
])('"%s" finds the %s', async (typed, kind, who) => {
  expect((await found(typed))[kind]).toContain(ids[who]);
});

test('short names come whole and first', async () => {
  expect((await found('fox'))['client']?.[0]).toBe(ids.fox);
  expect((await found('eva'))['contact']?.[0]).toBe(ids.eva);
});

test('what is typed is never taken for an operator', async () => {
  for (const text of ['"', 'AND', 'a OR b', 'NEAR(', 'name:', '*', '^', '-', '(', "'; DROP TABLE client; --"])
    await expect(found(text)).resolves.toBeDefined();
  expect(await found('   ')).toEqual({});
});

test('more than asked for is said, not shown', async () => {
  for (let i = 0; i < 8; i += 1)
    await engine.client.clients.create({
      id: engine.base.newId(),
      values: { name: `Sklo ${i}`, status: 'active' } as never,
    });
  const [group] = (await engine.client.search.find({ text: 'sklo', limit: 5 })).groups;
  expect(group).toMatchObject({ more: true });
  expect(group?.hits).toHaveLength(5);
});
