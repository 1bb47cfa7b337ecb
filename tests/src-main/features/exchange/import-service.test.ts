import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ImportService, type RunInput } from '#main/features/exchange/import-service.ts';
import { removeStaleStaging } from '#main/features/exchange/staging-base.ts';
import type { ImportEvent, ImportResult } from '#shared/contract/exchange.ts';
import { makeExchangeBase, publishStaging } from '../../../helpers/exchange-base.ts';

function makeService(publish: (base: string, staged: string) => void = publishStaging) {
  const base = makeExchangeBase();
  const folder = dirname(base.file);
  const published: { action: string; label: unknown }[] = [];
  const service = new ImportService({
    base,
    folder,
    file: base.file,
    key: base.key,
    actor: () => null,
    country: () => 'SK',
    newId: () => randomUUID(),
    now: () => 1_700_000_000_000,
    today: () => '2026-11-24',
    version: () => 1,
    publish({ file, action, label }) {
      published.push({ action, label });
      publish(base.file, file);
    },
  });
  onTestFinished(() => service.close());
  return { base, folder, service, published };
}

function upload(service: ImportService, content: string, name = 'zoznam.csv'): { upload: string } {
  const id = randomUUID();
  const bytes = Buffer.from(content);
  for (let offset = 0; offset < bytes.length; offset += 1000)
    service.upload(id, name, offset, bytes.subarray(offset, offset + 1000));
  return { upload: id };
}

async function run(
  service: ImportService,
  input: Partial<RunInput> & Pick<RunInput, 'source'>,
): Promise<{ result: ImportResult; events: ImportEvent[] }> {
  const events: ImportEvent[] = [];
  for await (const event of service.run({
    run: randomUUID(),
    options: {},
    map: {},
    problems: 'skipRows',
    dryRun: false,
    ...input,
  }))
    events.push(event);
  const last = events.at(-1);
  if (last?.type !== 'result') throw new Error('no result');
  return { result: last.result, events };
}

const LIST = `Meno;Priezvisko;Firma;E-mail\n${Array.from({ length: 3000 }, (_, at) => `Ján;Novák${at};Alfa ${at % 7};jan${at}@alfa.sk`).join('\n')}\n;;Alfa;x@y.sk\n`;

describe('an uploaded file', () => {
  test('is inspected, previewed and imported; nothing of it is ever in clear on disk', async () => {
    const { base, folder, service, published } = makeService();
    const source = upload(service, LIST);
    const inspection = await service.inspect(source, {});
    expect(inspection).toMatchObject({
      format: 'csv',
      as: 'contacts',
      delimiter: ';',
      headerRow: 1,
      encoding: 'utf-8',
    });
    expect(inspection.columns.map((column) => column.target)).toEqual([
      'contact.firstName',
      'contact.lastName',
      'client.name',
      'contact.email',
    ]);
    const preview = await service.preview(source, {}, {}, 10);
    expect(preview).toHaveLength(10);
    expect(preview[0]).toMatchObject({
      row: 2,
      skipped: false,
      client: { fate: 'created', title: 'Alfa 0' },
      contact: { fate: 'created', title: 'Ján Novák0' },
    });
    for (const name of readdirSync(folder))
      expect(readFileSync(join(folder, name)).includes('Novák')).toBe(false);
    const { result, events } = await run(service, { source });
    expect(result).toMatchObject({
      rows: 3001,
      created: { clients: 7, contacts: 3000, positions: 3000 },
      skipped: 1,
      problems: 1,
      refused: null,
      label: { key: 'imported', params: { file: 'zoznam.csv', rows: 3001 } },
    });
    expect(result.firstProblems).toEqual([
      expect.objectContaining({ row: 3002, column: 'Priezvisko', problem: 'nameEmpty', severity: 'skip' }),
    ]);
    expect(published).toEqual([{ action: result.action, label: result.label }]);
    expect(events.map((event) => (event.type === 'progress' ? event.phase : event.type)).at(-2)).toBe(
      'publishing',
    );
    expect(base.rows('SELECT count(*) AS n FROM contact')).toEqual([{ n: 3000 }]);
    const report = [...service.report(result.run, 'sk')].join('');
    expect(report.startsWith('\ufeff"Riadok";"Stĺpec"')).toBe(true);
    expect(report.split('\r\n')[1]).toContain('"3002";"Priezvisko"');
  });

  test('a slice sent twice does no harm, a gap is refused', async () => {
    const { service } = makeService();
    const id = randomUUID();
    service.upload(id, 'a.csv', 0, Buffer.from('Meno;Priez'));
    expect(service.upload(id, 'a.csv', 0, Buffer.from('Meno;Priez'))).toBe(10);
    service.upload(id, 'a.csv', 10, Buffer.from('visko\nJán;Novák\n'));
    expect(() => service.upload(id, 'a.csv', 999, Buffer.from('x'))).toThrow('fileNotThere');
    expect((await service.inspect({ upload: id }, {})).rows).toBe(1);
  });

  test('beyond 300 MB is refused, without the bytes having to be there', () => {
    const { folder, service } = makeService();
    const id = randomUUID();
    service.upload(id, 'a.csv', 0, Buffer.from('a'));
    expect(() => service.upload(id, 'a.csv', 1, Buffer.alloc(300 * 1024 * 1024))).toThrow('fileTooLarge');
    expect(readdirSync(folder).filter((name) => name.includes(id))).toEqual([]);
  });
});

describe('nothing is written', () => {
  test('when it is only tried', async () => {
    const { base, service, published } = makeService();
    const source = upload(service, LIST);
    expect((await run(service, { source, dryRun: true })).result).toMatchObject({
      action: null,
      dryRun: true,
      created: { contacts: 3000 },
    });
    expect(published).toEqual([]);
    expect(base.rows('SELECT count(*) AS n FROM contact')).toEqual([{ n: 0 }]);
    expect((await run(service, { source })).result.created.contacts).toBe(3000);
  });

  test('when one bad row refuses all', async () => {
    const { base, service } = makeService();
    const { result } = await run(service, { source: upload(service, LIST), problems: 'refuseAll' });
    expect(result).toMatchObject({
      action: null,
      refused: { problem: 'rowsRefused', params: { rows: 1 } },
      problems: 1,
    });
    expect(base.rows('SELECT count(*) AS n FROM client')).toEqual([{ n: 0 }]);
  });

  test('when it is cancelled, and its staging file goes', async () => {
    const { base, folder, service } = makeService();
    const source = upload(service, LIST);
    const id = randomUUID();
    const events = service.run({
      run: id,
      source,
      options: {},
      map: {},
      problems: 'skipRows',
      dryRun: false,
    });
    expect((await events.next()).value).toMatchObject({ type: 'progress' });
    expect(service.cancel(id)).toBe(true);
    let last: ImportEvent | undefined;
    for await (const event of events) last = event;
    expect(last).toMatchObject({
      type: 'result',
      result: { action: null, refused: { problem: 'cancelled' } },
    });
    expect(base.rows('SELECT count(*) AS n FROM client')).toEqual([{ n: 0 }]);
    expect(readdirSync(folder).some((name) => name.includes(id))).toBe(false);
    expect(service.isBusy).toBe(false);
  });

  test('when the disk is full, and its staging file goes too', async () => {
    const { folder, service } = makeService(() => {
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    });
    const source = upload(service, LIST);
    await expect(run(service, { source })).rejects.toMatchObject({
      code: 'NOT_SAVED',
      data: { reason: 'diskFull' },
    });
    expect(readdirSync(folder).filter((name) => name.startsWith('import-'))).toEqual([
      `import-${source.upload}.staging`,
    ]);
    expect(service.isBusy).toBe(false);
  });

  test('when the file is no table', async () => {
    const { service } = makeService();
    expect((await run(service, { source: { path: '/nowhere/at-all.csv' } })).result.refused).toEqual({
      problem: 'fileNotThere',
      params: { name: 'at-all.csv' },
    });
    expect((await run(service, { source: { upload: randomUUID() } })).result.refused).toMatchObject({
      problem: 'fileNotThere',
    });
    await expect(service.inspect(upload(service, '%PDF-1.4'), {})).rejects.toMatchObject({
      problem: 'fileNotText',
    });
  });
});

test('what a crash left behind is removed, and nothing else', async () => {
  const { folder, service } = makeService();
  const { upload: id } = upload(service, LIST);
  expect(readdirSync(folder)).toContain(`import-${id}.staging`);
  service.close();
  upload(service, LIST);
  removeStaleStaging(folder);
  expect(readdirSync(folder).filter((name) => name.startsWith('import-'))).toEqual([]);
  expect(readdirSync(folder)).toContain('vizitka.db');
});
