/** What the same reading, the same writing and the same index cost without Vizitka around them. */
import { createReadStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify';
import { writeXlsxStream } from 'hucre/xlsx';
import { openReadable, openWritable } from '#main/data/connection.ts';
import { migrateBase } from '#main/data/migrate.ts';
import { columnsFor } from '#main/features/exchange/export-columns.ts';
import { rowsOf } from '#main/features/exchange/export-rows.ts';

/** A base of its own with the same tables, indexes and durability. */
export function openFloorBase(folder: string, key: Buffer): Database {
  mkdirSync(folder);
  const file = join(folder, 'floor.db');
  const db = openWritable(file, key);
  migrateBase(db, file, folder);
  return db;
}

/** csv-parse and one transaction of plain inserts: firms by their IČO, people, places, documents, full-text rows. */
export async function insertRows(db: Database, file: string): Promise<void> {
  const insert = (table: string, columns: string[]) =>
    db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
  const stored = ['id', 'created_at', 'created_by', 'deleted_at'];
  const client = insert('client', [
    ...stored,
    'name',
    'ico',
    'status',
    'street',
    'postcode',
    'town',
    'country',
    'web',
    'sort_name',
    'match_key',
  ]);
  const contact = insert('contact', [
    ...stored,
    'titles_before',
    'first_name',
    'last_name',
    'titles_after',
    'phones',
    'emails',
    'language',
    'notes',
    'sort_name',
  ]);
  const position = insert('position', [...stored, 'client', 'contact', 'job_title', 'department']);
  const index = (table: string) => {
    const doc = insert(`${table}_doc`, ['id', 'name', 'detail', 'code']);
    const word = insert(`${table}_word`, ['rowid', 'name', 'detail', 'code']);
    const part = insert(`${table}_part`, ['rowid', 'name', 'code']);
    return (id: string, name: string, detail: string, code: string) => {
      const { lastInsertRowid } = doc.run(id, name, detail, code);
      word.run(lastInsertRowid, name, detail, code);
      part.run(lastInsertRowid, name, code);
    };
  };
  const found = { client: index('client'), contact: index('contact'), position: index('position') };
  const firms = new Map<string, string>();
  let no = 0;
  const newId = () => `00000000-0000-7000-8000-${String((no += 1)).padStart(12, '0')}`;
  const parser = createReadStream(file).pipe(parse({ delimiter: ';', bom: true, from_line: 2 }));
  db.exec('BEGIN IMMEDIATE');
  for await (const cells of parser as AsyncIterable<string[]>) {
    const [
      before,
      first = '',
      last = '',
      after,
      job = '',
      department = '',
      mobile = '',
      phone = '',
      email = '',
      language,
      note,
      firm = '',
      ico = '',
      street = '',
      postcode = '',
      town = '',
      ,
      web = '',
    ] = cells;
    let at = firms.get(ico);
    if (!at) {
      at = newId();
      firms.set(ico, at);
      client.run(
        at,
        1,
        null,
        null,
        firm,
        ico,
        'active',
        street,
        postcode,
        town,
        'SK',
        web,
        firm.toLowerCase(),
        firm.toLowerCase(),
      );
      found.client(at, firm, `${street} ${postcode} ${town}`, `${ico} ${web}`);
    }
    const id = newId();
    const phones = JSON.stringify(
      [mobile, phone].filter(Boolean).map((value) => ({ value, kind: 'mobile' })),
    );
    const emails = JSON.stringify([{ value: email, kind: 'work' }]);
    contact.run(
      id,
      1,
      null,
      null,
      before,
      first,
      last,
      after,
      phones,
      emails,
      language,
      note,
      `${last} ${first}`.toLowerCase(),
    );
    // A number is found by both its spellings, so its digits stand in the index twice.
    found.contact(
      id,
      `${first} ${last}`,
      note ?? '',
      `${[mobile, phone]
        .filter(Boolean)
        .map((value) => `${value} 0${value.slice(4)}`)
        .join(' ')} ${email}`,
    );
    const place = newId();
    position.run(place, 1, null, null, at, id, job, department);
    found.position(place, '', `${job} ${department}`, '');
  }
  db.exec('COMMIT');
}

interface Stored {
  id: string;
  doc: number;
  detail: string;
}

/** Durable updates of the people of the base, the second kind with its full-text row. */
export function bareEdits(db: Database): { plain(at: number): void; found(at: number): void } {
  const people = db.prepare<[], Stored>('SELECT id, doc, detail FROM contact_doc LIMIT 200').all();
  const channel = db.prepare('UPDATE contact SET preferred_channel = ? WHERE id = ?');
  const notes = db.prepare('UPDATE contact SET notes = ? WHERE id = ?');
  const document = db.prepare('UPDATE contact_doc SET detail = ? WHERE doc = ?');
  const old = db.prepare(
    `INSERT INTO contact_word (contact_word, rowid, name, detail, code) SELECT 'delete', doc, name, detail, code FROM contact_doc WHERE doc = ?`,
  );
  const added = db.prepare(
    'INSERT INTO contact_word (rowid, name, detail, code) SELECT doc, name, detail, code FROM contact_doc WHERE doc = ?',
  );
  const personAt = (at: number): Stored => people[at] as Stored;
  return {
    plain: (at) => void channel.run(at % 2 === 0 ? 'phone' : 'email', personAt(at).id),
    found: (at) => {
      const { id, doc } = personAt(at);
      const text = `volať po obede ${at}`;
      db.exec('BEGIN IMMEDIATE');
      notes.run(text, id);
      old.run(doc);
      document.run(text, doc);
      added.run(doc);
      db.exec('COMMIT');
    },
  };
}

/** The export's own SELECT on a handle like the export's, as raw rows. */
function select(file: string, key: Buffer): { db: Database; rows: Iterable<unknown[]> } {
  const db = openReadable(file, key);
  return { db, rows: rowsOf(db, 'contacts', columnsFor('contacts'), null) };
}

/** Returns the size in bytes. */
export async function stringifyRows(file: string, key: Buffer): Promise<number> {
  const { db, rows } = select(file, key);
  let bytes = 0;
  const stringifier = stringify({ delimiter: ';' });
  stringifier.on('data', (piece: Buffer) => (bytes += piece.length));
  for (const row of rows)
    if (!stringifier.write(row)) await new Promise((resolve) => stringifier.once('drain', resolve));
  await new Promise<void>((resolve) => stringifier.on('end', resolve).end());
  db.close();
  return bytes;
}

/** Returns the size in bytes. */
export async function workbookOfRows(file: string, key: Buffer): Promise<number> {
  const { db, rows } = select(file, key);
  let bytes = 0;
  for await (const piece of writeXlsxStream(rows as Iterable<(string | null)[]>, { name: 'Kontakty' }))
    bytes += piece.length;
  db.close();
  return bytes;
}
