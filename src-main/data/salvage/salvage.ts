/**
 * What a damaged base still tells: its records, the bookkeeping of its actions, its drafts and settings. Pages below
 * an intact root belong to that table; any other leaf is of the table whose shape most of its rows have.
 */
import type { Entity } from '#shared/entities/define.ts';
import { entities } from '#shared/entities/index.ts';
import { CHANGE_KINDS } from '#shared/sync/change.ts';
import { columnOf, derivedColumns, fromRow, type Row } from '../codec.ts';
import { readDamaged, type DamagedImage } from './damaged-image.ts';
import { childrenOf, isLeaf, rowsOf, type StoredRow, type StoredValue } from './table-pages.ts';

/** A stored row by the names of its columns. */
export type SalvagedRow = Record<string, StoredValue>;

export interface Salvage {
  /** By entity, then by id. */
  records: Map<string, Map<string, SalvagedRow>>;
  /** Records of which only an older copy of their page was left. */
  older: Set<string>;
  /** By id. */
  actions: Map<string, SalvagedRow>;
  changes: Map<string, SalvagedRow>;
  drafts: Map<string, SalvagedRow>;
  settings: Map<string, SalvagedRow>;
  /** By number, as text. */
  history: Map<string, SalvagedRow>;
  pages: number;
  lostPages: number;
}

/** One column of a table as SQLite describes it. */
export interface Column {
  name: string;
  type: string;
  notnull: number;
  pk: number;
}

/** Columns of every salvaged table, in stored order, from a base of the present schema. */
export type Columns = ReadonlyMap<string, readonly Column[]>;

/** Tables of the bookkeeping, and the column that names a row. */
const KEPT = { action: 'id', change: 'id', draft: 'key', setting: 'key', history: 'id' } as const;
type Kept = keyof typeof KEPT;

const ENTITY_OF = new Map(Object.values(entities).map((entity): [string, Entity] => [entity.table, entity]));

export const SALVAGED_TABLES: readonly string[] = [...ENTITY_OF.keys(), ...Object.keys(KEPT)];

/** Reads `file` and its log without changing them; `place` is an empty folder to work in. */
export function salvage(file: string, key: Buffer, place: string, columns: Columns): Salvage {
  return gather(readDamaged(file, key, place), columns);
}

function gather(image: DamagedImage, columns: Columns): Salvage {
  const found: Salvage = {
    records: new Map([...ENTITY_OF.values()].map(({ name }) => [name, new Map()])),
    older: new Set(),
    actions: new Map(),
    changes: new Map(),
    drafts: new Map(),
    settings: new Map(),
    history: new Map(),
    pages: image.pages,
    lostPages: image.lost.size,
  };
  const owners = ownersOf(image);
  // Older copies last: a row that was read from a newer page stays as it is.
  for (const isOlder of [false, true]) {
    for (let no = 2; no <= image.pages; no += 1) {
      const page = image.older.has(no) === isOlder ? image.page(no) : null;
      if (!page || !isLeaf(page)) continue;
      const owner = owners.get(no);
      if (owner !== undefined && !columns.has(owner)) continue;
      const rows = rowsOf(page, image);
      const table = owner ?? tableOf(rows, columns);
      if (table) for (const row of rows) keep(found, row, table, columns, isOlder);
    }
  }
  return found;
}

/** The table of every page that hangs under an intact root. */
function ownersOf(image: DamagedImage): Map<number, string> {
  const owners = new Map<number, string>();
  for (const [root, table] of image.roots) {
    const waiting = [root];
    for (let no = waiting.pop(); no !== undefined; no = waiting.pop()) {
      if (owners.has(no)) continue;
      owners.set(no, table);
      const page = image.page(no);
      // An older interior page may name pages that belong to another table by now.
      if (page && !image.older.has(no)) waiting.push(...childrenOf(page));
    }
  }
  return owners;
}

/** The table whose shape most of the rows have; of two, the one that has as many columns as the rows have values. */
function tableOf(rows: readonly StoredRow[], columns: Columns): string | null {
  let [best, most] = [null as string | null, 0];
  for (const [table, stated] of columns) {
    let votes = 0;
    for (const row of rows) {
      const named = nameColumns(row, stated);
      if (named && fits(table, named, true)) votes += row.values.length === stated.length ? 1 : 0.75;
    }
    if (votes > most) [best, most] = [table, votes];
  }
  return best;
}

function keep(found: Salvage, row: StoredRow, table: string, columns: Columns, isOlder: boolean): void {
  const named = nameColumns(row, columns.get(table) ?? []);
  if (!named || !fits(table, named)) return;
  const entity = ENTITY_OF.get(table);
  const id = String(named[entity ? 'id' : KEPT[table as Kept]]);
  const rows = entity ? found.records.get(entity.name) : rowsNamed(found, table as Kept);
  if (!rows || rows.has(id)) return;
  rows.set(id, named);
  if (isOlder) found.older.add(id);
}

function rowsNamed(found: Salvage, table: Kept): Map<string, SalvagedRow> {
  const rows = {
    action: 'actions',
    change: 'changes',
    draft: 'drafts',
    setting: 'settings',
    history: 'history',
  };
  return found[rows[table] as 'actions'];
}

/** Null when the row cannot be of this table. A row written before columns were added has fewer of them. */
function nameColumns({ rowid, values }: StoredRow, columns: readonly Column[]): SalvagedRow | null {
  if (values.length > columns.length) return null;
  const named: SalvagedRow = {};
  for (const [index, { name, type, notnull, pk }] of columns.entries()) {
    const value = values[index] ?? null;
    const isRowid = pk === 1 && type.toLowerCase() === 'integer';
    if (isRowid ? value !== null : !isOfType(value, type) || (notnull === 1 && value === null)) return null;
    named[name] = isRowid ? rowid : value;
  }
  return named;
}

function isOfType(value: StoredValue, type: string): boolean {
  if (value === null) return true;
  const wanted = { text: 'string', integer: 'number' }[type.toLowerCase()];
  return wanted ? typeof value === wanted : Buffer.isBuffer(value);
}

/**
 * Whether the values say the same as the columns: a record passes its entity's check and its derived columns agree. With
 * `asEntered` each value is also one that could be entered: where the table is known, what was valid once is kept.
 */
function fits(table: string, row: SalvagedRow, asEntered = false): boolean {
  const entity = ENTITY_OF.get(table);
  try {
    return entity ? isRecord(entity, row, asEntered) : isKept(table as Kept, row);
  } catch {
    // JSON that does not parse: another table's text in this one's place.
    return false;
  }
}

function isRecord(entity: Entity, row: SalvagedRow, asEntered: boolean): boolean {
  const record = fromRow(entity, row as Row);
  if (!entity.record.safeParse(record).success) return false;
  const derived = derivedColumns(entity, record as unknown as Row);
  if (!Object.entries(derived).every(([column, value]) => row[column] === value)) return false;
  return Object.entries(entity.fields).every(([name, { required, schema }]) =>
    asEntered
      ? schema.safeParse((record as unknown as Row)[name]).success
      : !required || row[columnOf(name)] !== null,
  );
}

function isKept(table: Kept, row: SalvagedRow): boolean {
  const isStamp = Buffer.isBuffer(row['hlc']) && row['hlc'].length === 16;
  if (table === 'action') return isStamp && typeof JSON.parse(String(row['label'])) === 'object';
  if (table === 'change') return isStamp && (CHANGE_KINDS as readonly unknown[]).includes(row['kind']);
  if (table === 'history') return isStamp && Object.hasOwn(entities, String(row['entity']));
  if (table === 'setting') return JSON.parse(String(row['value'])) !== undefined;
  return (
    Object.hasOwn(entities, String(row['entity'])) && typeof JSON.parse(String(row['values'])) === 'object'
  );
}
