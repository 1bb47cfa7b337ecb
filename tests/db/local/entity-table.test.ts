import { randomBytes } from 'node:crypto';
import { getTableName } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import * as attachmentTables from '#db/local/attachments.ts';
import * as clientTables from '#db/local/clients.ts';
import * as conflictTables from '#db/local/conflicts.ts';
import * as contractTables from '#db/local/contracts.ts';
import * as handoverTables from '#db/local/handover.ts';
import * as meetingTables from '#db/local/meetings.ts';
import * as objectionTables from '#db/local/objections.ts';
import * as promiseTables from '#db/local/promises.ts';
import * as recordTables from '#db/local/records.ts';
import * as settingTables from '#db/local/settings.ts';
import * as syncTables from '#db/local/sync.ts';
import { openEngine } from '#main/engine/engine.ts';
import { defineEntity, type Entity } from '#shared/entities/define.ts';
import { flag, longText, text } from '#shared/entities/field.ts';
import { entities } from '#shared/entities/index.ts';
import { makeFolder } from '../../helpers/folder.ts';
import { columnsOf, compare, findDisagreements, findStrayTables } from './agreement.ts';

const modules = [
  attachmentTables,
  clientTables,
  handoverTables,
  promiseTables,
  conflictTables,
  contractTables,
  meetingTables,
  objectionTables,
  recordTables,
  settingTables,
  syncTables,
];
const tables = modules.flatMap((one): SQLiteTable[] =>
  Object.values(one).filter((value) => value instanceof SQLiteTable),
);
const all = Object.values(entities) as unknown as Entity[];
/** Tables that are nobody's entity: never synchronised as records. */
const BOOKKEEPING =
  'blob incoming merged reminder action change record_meta history draft setting shadow parked_remote rejected snapshot_progress snapshot_seen sync_state exchange'.split(
    ' ',
  );
const contract = entities.contract as unknown as Entity;

describe('every entity and its table', () => {
  test.each(all.map((entity) => [entity.name, entity] as const))('%s agree', (_, entity) => {
    expect(findDisagreements(entity, tables)).toEqual([]);
  });

  test('no table belongs to nobody', () => {
    expect(findStrayTables(all, tables, BOOKKEEPING)).toEqual([]);
  });
});

describe('a disagreement is found', () => {
  const without = (field: string) => {
    const { [field]: _, ...fields } = contract.fields;
    return fields;
  };
  const doctored = (statement: Partial<Entity>) =>
    defineEntity({ ...contract, ...statement }) as unknown as Entity;

  test.each<[string, Entity, string]>([
    [
      'a field without a column',
      doctored({ fields: { ...contract.fields, currency: text({}) } }),
      'no column currency',
    ],
    ['a column without a field', doctored({ fields: without('number') }), 'number is in no statement'],
    [
      'a field stored otherwise',
      doctored({ fields: { ...contract.fields, title: flag({ required: true }) } }),
      'title is text, not integer',
    ],
    [
      'a required field that takes null',
      doctored({ fields: { ...contract.fields, notes: longText({ required: true }) } }),
      'notes must not take null',
    ],
    [
      'a field that may be empty but not in the table',
      doctored({ fields: { ...contract.fields, title: text({}) } }),
      'title must take null',
    ],
    [
      'a derived value without a column',
      doctored({ derived: { ...contract.derived, sortNumber: () => '' } }),
      'no column sort_number',
    ],
    ['a derived column that nobody states', doctored({ derived: {} }), 'sort_title is in no statement'],
    ['search that was taken away', doctored({ search: undefined }), 'has contract_doc, but is not searched'],
    ['a table of another name', doctored({ table: 'agreement' }), 'no table agreement'],
  ])('%s', (_, entity, sentence) => {
    expect(findDisagreements(entity, tables).join('\n')).toContain(sentence);
  });

  test('search without its documents', () => {
    const searched = defineEntity({ ...entities.checklist, search: { parts: false } }) as unknown as Entity;
    expect(findDisagreements(searched, tables)).toEqual(['checklist: searched, but without checklist_doc']);
  });

  test('a table that belongs to nobody', () => {
    const rest = all.filter(({ name }) => name !== 'contract');
    expect(findStrayTables(rest, tables, BOOKKEEPING)).toEqual(['contract', 'contract_doc']);
  });
});

describe('a migrated base', () => {
  function openBase() {
    const engine = openEngine({ folder: makeFolder() }, randomBytes(32));
    onTestFinished(() => engine.close());
    return engine.base.reader;
  }

  test('has every table, column and index of the schema, and no other', () => {
    const base = openBase();
    for (const table of tables) {
      const name = getTableName(table);
      const stored = base.prepare<[string], { name: string; type: string; notnull: number; pk: number }>(
        'SELECT * FROM pragma_table_info(?)',
      );
      const found = stored.all(name).map((one) => ({
        name: one.name,
        type: one.type.toLowerCase(),
        notNull: one.notnull === 1 || one.pk > 0,
        primary: one.pk > 0,
      }));
      const composite = getTableConfig(table).primaryKeys.flatMap(({ columns }) =>
        columns.map((one) => one.name),
      );
      const wanted = columnsOf(table).map((one) => ({
        ...one,
        primary: one.primary || composite.includes(one.name),
      }));
      expect(compare(name, wanted, found, [])).toEqual([]);
      const indexes = base
        .prepare<[string], { name: string }>('SELECT name FROM pragma_index_list(?)')
        .all(name);
      for (const { config } of getTableConfig(table).indexes)
        expect(indexes.map((one) => one.name)).toContain(config.name);
    }
    const stored = base
      .prepare<[], { name: string }>(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'`,
      )
      .all()
      .map(({ name }) => name)
      .filter((name) => !/^(sqlite_|__drizzle_)/.test(name));
    expect(stored.sort()).toEqual(tables.map((table) => getTableName(table)).sort());
  });

  test('has full-text tables for every entity that is searched, over its documents, and for no other', () => {
    const virtual = openBase()
      .prepare<[], { name: string; sql: string }>(
        `SELECT name, sql FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%'`,
      )
      .all();
    const expected = all.flatMap(({ table, search }) => {
      if (!search) return [];
      return search.parts ? [`${table}_word`, `${table}_part`] : [`${table}_word`];
    });
    expect(virtual.map(({ name }) => name).sort()).toEqual(expected.sort());
    for (const { name, sql } of virtual) {
      expect(sql).toContain(`content='${name.replace(/_(word|part)$/, '_doc')}'`);
      expect(sql).toMatch(
        name.endsWith('_word') ? /fts5\(name, detail, code,/ : /fts5\(name, code,.*trigram/,
      );
    }
  });
});
