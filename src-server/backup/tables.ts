/** The tables that hold the server's data, parents before what refers to them, with the columns that are stored. */
import type { Client } from 'pg';

export interface Table {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
}

/** Everything but what every start makes anew: migrations and the views for reports. */
const SCHEMAS = ['auth', 'sync'];

export async function listTables(client: Pick<Client, 'query'>): Promise<Table[]> {
  const { rows: tables } = await client.query<{ oid: number } & Table>(
    `SELECT c.oid, n.nspname AS schema, c.relname AS name,
       array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE n.nspname = ANY($1) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
     GROUP BY c.oid, n.nspname, c.relname ORDER BY 2, 3`,
    [SCHEMAS],
  );
  const { rows: links } = await client.query<{ child: number; parent: number }>(
    `SELECT conrelid AS child, confrelid AS parent FROM pg_constraint WHERE contype = 'f' AND conrelid <> confrelid`,
  );
  const ordered: typeof tables = [];
  while (ordered.length < tables.length) {
    const done = new Set(ordered.map(({ oid }) => oid));
    const open = tables.filter(({ oid }) => !done.has(oid));
    const isFree = ({ oid }: { oid: number }) =>
      !links.some(({ child, parent }) => child === oid && open.some((other) => other.oid === parent));
    const free = open.filter(isFree);
    // In a circle of references any order is as good as another; there is none today.
    ordered.push(...(free.length > 0 ? free : open));
  }
  return ordered.map(({ schema, name, columns }) => ({ schema, name, columns }));
}

/** As SQL, quoted. */
export function sqlOf({ schema, name, columns }: Table): { table: string; list: string } {
  const quote = (word: string) => `"${word.replaceAll('"', '""')}"`;
  return { table: `${quote(schema)}.${quote(name)}`, list: columns.map(quote).join(', ') };
}
