import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createRouterClient } from '@orpc/server';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openEngine } from '#main/engine/engine.ts';
import type { EngineClient } from '#main/engine/reach.ts';
import { router } from '#main/engine/router.ts';
import type { ImportEvent, ImportResult } from '#shared/contract/exchange.ts';
import { makeFolder } from '../../../helpers/folder.ts';
import { noBackups } from '../../../helpers/no-backups.ts';
import { noKeys, openGate } from '../../../helpers/open-gate.ts';

const fixture = (path: string) => fileURLToPath(new URL(`../../../fixtures/${path}`, import.meta.url));

function openProfile() {
  const folder = makeFolder();
  const engine = openEngine({ folder }, Buffer.alloc(32, 5));
  let isOpen = true;
  const close = () => {
    if (isOpen) engine.close();
    isOpen = false;
  };
  onTestFinished(close);
  const host = {
    view: 'script' as const,
    folder,
    kind: 'own' as const,
    risk: null,
    keySlots: [],
    openProfile: async () => {},
    gate: openGate(folder),
    keys: noKeys,
    backups: noBackups,
  };
  return { folder, close, client: createRouterClient(router, { context: { engine, host } }) as EngineClient };
}

type RunInput = Parameters<EngineClient['exchange']['run']>[0];

async function upload(client: EngineClient, content: string | Uint8Array): Promise<{ upload: string }> {
  const id = randomUUID();
  const chunk = new File([content as Uint8Array<ArrayBuffer>], 'zoznam.csv');
  await client.exchange.upload({ upload: id, name: 'zoznam.csv', offset: 0, chunk });
  return { upload: id };
}

async function runImport(
  client: EngineClient,
  input: Omit<RunInput, 'run'>,
  during?: (event: ImportEvent) => Promise<unknown>,
): Promise<ImportResult> {
  for await (const event of await client.exchange.run({ run: randomUUID(), ...input })) {
    if (event.type === 'result') return event.result;
    await during?.(event);
  }
  throw new Error('no result');
}

async function exported(
  client: EngineClient,
  input: Parameters<EngineClient['exchange']['export']>[0],
): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const event of await client.exchange.export(input))
    if (event.type === 'chunk') pieces.push(Buffer.from(event.chunk, 'base64'));
  return Buffer.concat(pieces).toString('utf8');
}

test('the Slovak register: imported, found, exported, taken back; the base is sound at every step', async () => {
  const { client, close, folder } = openProfile();
  const result = await runImport(client, {
    source: { path: fixture('biz-sk-register/rpo_sk_companies.csv') },
  });
  expect(result).toMatchObject({ created: { clients: 418 }, skipped: 8, refused: null });
  expect((await client.verify.run({})).problems).toEqual([]);
  const found = await client.search.find({ text: '00323748' });
  expect(found.groups[0]?.hits[0]?.title).toBe('Obec Veľopolie');
  const csv = await exported(client, {
    export: { what: 'clients', filter: { town: ['Veľopolie'] } },
    how: { format: 'csv' },
  });
  expect(csv.split('\r\n')[1]).toContain(
    'Obec Veľopolie,"Obec (obecný úrad), mesto (mestský úrad)",00323748',
  );
  expect(csv.trim().split('\r\n')).toHaveLength(2);
  expect((await client.exchange.exportPlan({ export: { what: 'clients', filter: {} } })).count).toBe(418);
  const [step] = await client.undo.recent({ limit: 1 });
  expect(step).toMatchObject({
    action: result.action,
    label: { params: { file: 'rpo_sk_companies.csv', rows: 426 } },
  });
  expect(await client.undo.apply({ action: result.action ?? '' })).toMatchObject({
    undone: 418,
    keptTotal: 0,
  });
  expect((await client.clients.list({ filter: {} })).total).toBe(0);
  expect((await client.verify.run({})).problems).toEqual([]);
  close();
  expect(readdirSync(folder).filter((name) => name.startsWith('import-'))).toEqual([]);
});

describe('additions to what is here', () => {
  test('fill empty fields through the ordinary door and go with undo', async () => {
    const { client } = openProfile();
    await runImport(client, { source: await upload(client, 'Názov;IČO\nAlfa;00323748\n') });
    const second = await runImport(client, {
      source: await upload(client, 'Názov;IČO;Web;Telefón\nAlfa;00323748;www.alfa.sk;0905123456\n'),
    });
    expect(second).toMatchObject({ created: { clients: 0 }, filled: 1 });
    const read = async () => (await client.clients.list({ filter: {} })).rows[0];
    expect(await read()).toMatchObject({
      web: 'www.alfa.sk',
      phones: [{ value: '+421905123456', kind: 'mobile' }],
    });
    await client.undo.apply({ action: second.action ?? '' });
    expect(await read()).toMatchObject({ web: null, phones: null });
    expect((await client.verify.run({})).problems).toEqual([]);
  });

  test('never overwrite what was written while the file was read', async () => {
    const { client } = openProfile();
    await runImport(client, { source: await upload(client, 'Názov;IČO\nAlfa;00323748\n') });
    const [row] = (await client.clients.list({ filter: {} })).rows;
    let isEdited = false;
    await runImport(
      client,
      { source: await upload(client, 'Názov;IČO;Web;Mesto\nAlfa;00323748;www.zo-suboru.sk;Nitra\n') },
      async () => {
        if (!isEdited) await client.clients.edit({ id: row?.id ?? '', values: { web: 'www.rukou.sk' } });
        isEdited = true;
      },
    );
    expect((await client.clients.list({ filter: {} })).rows[0]).toMatchObject({
      web: 'www.rukou.sk',
      town: 'Nitra',
    });
  });
});

test('a refused file is an expected error with its reason', async () => {
  const { client } = openProfile();
  await expect(client.exchange.inspect({ source: await upload(client, '%PDF-1.4') })).rejects.toMatchObject({
    code: 'FILE_REFUSED',
    data: { problem: 'fileNotText', params: { looksLike: 'pdf' } },
  });
});

test('one import at a time', async () => {
  const { client } = openProfile();
  const source = { path: fixture('biz-customers-10000/customers-10000.csv') };
  const first = await client.exchange.run({ run: randomUUID(), source });
  await first.next();
  const second = await client.exchange.run({ run: randomUUID(), source });
  await expect(second.next()).rejects.toMatchObject({ code: 'REFUSED', data: { reason: 'importRunning' } });
  await first.return?.();
  expect((await client.clients.list({ filter: {} })).total).toBe(0);
});

test('the report is told in the language of the screen', async () => {
  const { client } = openProfile();
  const run = randomUUID();
  const events = await client.exchange.run({
    run,
    source: await upload(client, 'Priezvisko;E-mail\nMalá;nie\n'),
  });
  for await (const _ of events);
  const pieces: string[] = [];
  for await (const event of await client.exchange.report({ run, language: 'en' }))
    if (event.type === 'chunk') pieces.push(Buffer.from(event.chunk, 'base64').toString('utf8'));
  expect(pieces.join('').split('\r\n').slice(0, 2)).toEqual([
    '\ufeff"Row";"Column";"Value in the file";"What happened";"Value in Vizitka"',
    '"2";"E-mail";"nie";"This is not an e-mail address.";""',
  ]);
});
