import { sql } from 'drizzle-orm';
import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { documentColumns, recordColumns } from './columns.ts';

export const client = sqliteTable(
  'client',
  {
    ...recordColumns,
    name: text('name').notNull(),
    legalForm: text('legal_form'),
    ico: text('ico'),
    dic: text('dic'),
    icDph: text('ic_dph'),
    status: text('status').notNull(),
    tier: text('tier'),
    segment: text('segment'),
    source: text('source'),
    owner: text('owner'),
    territory: text('territory'),
    street: text('street'),
    postcode: text('postcode'),
    town: text('town'),
    country: text('country'),
    addresses: text('addresses'),
    web: text('web'),
    phones: text('phones'),
    emails: text('emails'),
    language: text('language'),
    termsBrief: text('terms_brief'),
    notes: text('notes'),
    mergedInto: text('merged_into'),
    sortName: text('sort_name').notNull(),
    matchKey: text('match_key').notNull(),
  },
  (table) => [
    index('client_by_name').on(table.sortName, table.id).where(sql`deleted_at IS NULL`),
    index('client_by_match_key').on(table.matchKey),
    index('client_by_ico').on(table.ico).where(sql`ico IS NOT NULL`),
    index('client_by_merged_into').on(table.mergedInto).where(sql`merged_into IS NOT NULL`),
  ],
);

export const contact = sqliteTable(
  'contact',
  {
    ...recordColumns,
    titlesBefore: text('titles_before'),
    firstName: text('first_name'),
    lastName: text('last_name').notNull(),
    titlesAfter: text('titles_after'),
    phones: text('phones'),
    emails: text('emails'),
    language: text('language'),
    preferredChannel: text('preferred_channel'),
    notes: text('notes'),
    source: text('source'),
    mergedInto: text('merged_into'),
    sortName: text('sort_name').notNull(),
  },
  (table) => [
    index('contact_by_name').on(table.sortName, table.id).where(sql`deleted_at IS NULL`),
    index('contact_by_merged_into').on(table.mergedInto).where(sql`merged_into IS NOT NULL`),
  ],
);

export const position = sqliteTable(
  'position',
  {
    ...recordColumns,
    client: text('client').notNull(),
    contact: text('contact').notNull(),
    jobTitle: text('job_title'),
    department: text('department'),
    role: text('role'),
    stance: text('stance'),
    workPhones: text('work_phones'),
    workEmails: text('work_emails'),
    endedOn: text('ended_on'),
  },
  (table) => [index('position_by_client').on(table.client), index('position_by_contact').on(table.contact)],
);

/**
 * Where a merged client or contact is shown: at the end of its pointers. Derived: triggers keep it in step with
 * `merged_into` and `deleted_at`, whoever writes them; a migration that makes `client` or `contact` anew must bring its
 * triggers along. A pointer to what is deleted or not here counts for nothing, and of a ring (two devices, before the
 * server has refused one of them) the record with the lowest id stands for all.
 */
export const merged = sqliteTable(
  'merged',
  { loser: text('loser').primaryKey(), winner: text('winner').notNull() },
  (table) => [index('merged_by_winner').on(table.winner)],
);

export const clientDoc = sqliteTable('client_doc', documentColumns());
export const contactDoc = sqliteTable('contact_doc', documentColumns());
export const positionDoc = sqliteTable('position_doc', documentColumns());
