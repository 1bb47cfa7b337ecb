/** A base made of the migrations, and imports published into it by plain INSERT … SELECT, without the engine. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFile } from '#main/features/exchange/byte-source.ts';
import { type ImportInput, importRows } from '#main/features/exchange/import-rows.ts';
import { problemsOf } from '#main/features/exchange/report.ts';
import { openReadable } from '#main/data/connection.ts';
import { makeImportTables, openStaging } from '#main/features/exchange/staging-base.ts';
import type { PlannedRow } from '#shared/contract/exchange.ts';
import { makeFolder } from './folder.ts';

const KEY = Buffer.alloc(32, 7);
const MIGRATIONS = new URL('../../db/local/migrations/', import.meta.url);

export interface ExchangeBase {
  readonly file: string;
  readonly key: Buffer;
  /** Rows of the base as they are stored. */
  rows(sql: string): Record<string, unknown>[];
  import(source: string | Uint8Array, input?: Partial<ImportInput>): Promise<ImportedFile>;
}

export interface ImportedFile {
  counts: Awaited<ReturnType<typeof importRows>>['counts'];
  problems: { row: number; column: string | null; value: string | null; problem: string; params: object }[];
  planned: Omit<PlannedRow, 'problems'>[];
}

export function makeExchangeBase(): ExchangeBase {
  const folder = makeFolder();
  const file = join(folder, 'vizitka.db');
  const made = openStaging(file, KEY);
  for (const name of readdirSync(MIGRATIONS)
    .filter((entry) => entry.endsWith('.sql'))
    .sort()) {
    for (const statement of readFileSync(new URL(name, MIGRATIONS), 'utf8').split(
      '--> statement-breakpoint',
    )) {
      if (statement.trim() !== '') made.exec(statement);
    }
  }
  made.close();
  let imports = 0;
  return {
    file,
    key: KEY,
    rows(sql) {
      const base = openReadable(file, KEY);
      try {
        return base.prepare(sql).all() as Record<string, unknown>[];
      } finally {
        base.close();
      }
    },
    async import(source, input = {}) {
      imports += 1;
      const path =
        typeof source === 'string' && source.startsWith('/') ? source : join(folder, `file-${imports}.csv`);
      if (path !== source) writeFileSync(path, source);
      return stageAndPublish(file, join(folder, `staging-${imports}`), path, input);
    },
  };
}

async function stageAndPublish(
  file: string,
  stagingFile: string,
  path: string,
  input: Partial<ImportInput>,
): Promise<ImportedFile> {
  const main = openReadable(file, KEY);
  const staging = openStaging(stagingFile, KEY);
  const source = openFile(path);
  const planned: Omit<PlannedRow, 'problems'>[] = [];
  try {
    makeImportTables(staging, main);
    const { counts, headings } = await importRows(
      source,
      staging,
      main,
      { options: {}, map: {}, country: 'SK', actor: null, now: 1_700_000_000_000, ...input },
      { progress() {}, isCancelled: () => false, planned: (row) => planned.push(row) },
    );
    const problems = [...problemsOf(staging, headings)];
    main.close();
    staging.close();
    publishStaging(file, stagingFile);
    return { counts, problems, planned };
  } finally {
    source.close();
    if (main.open) main.close();
    if (staging.open) staging.close();
    rmSync(stagingFile, { force: true });
  }
}

interface Fill {
  entity: string;
  record: string;
  values: string;
}

/** What publishing is: new rows as they stand, additions field by field. */
export function publishStaging(file: string, stagingFile: string): void {
  const base = openStaging(file, KEY);
  base.exec(`ATTACH '${stagingFile}' AS staged KEY "x'${KEY.toString('hex')}'"`);
  for (const entity of ['client', 'contact', 'position'])
    base.exec(`INSERT INTO ${entity} SELECT * FROM staged.${entity}`);
  for (const { entity, record, values } of base
    .prepare('SELECT entity, record, "values" FROM staged.fill')
    .all() as Fill[]) {
    for (const [field, value] of Object.entries(JSON.parse(values) as Record<string, unknown>)) {
      const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      base
        .prepare(`UPDATE ${entity} SET ${column} = ? WHERE id = ?`)
        .run(typeof value === 'object' ? JSON.stringify(value) : value, record);
    }
  }
  base.close();
}
