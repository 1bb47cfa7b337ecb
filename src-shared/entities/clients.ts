/** The client base: firms, the people in them, and each person's place at a firm. */
import { clientMatchKey } from '#shared/domain/clients/legal-form.ts';
import { sortKey } from '#shared/domain/text/sort-key.ts';
import { defineEntity } from './define.ts';
import { addresses, choice, day, emails, longText, phones, reference, text } from './field.ts';

export const CLIENT_STATUSES = ['prospect', 'active', 'dormant', 'former'] as const;
export const TIERS = ['key', 'a', 'b', 'c'] as const;
export const LANGUAGES = ['sk', 'en', 'cs', 'de', 'hu', 'pl', 'uk', 'fr', 'it', 'es'] as const;
export const CHANNELS = ['phone', 'email', 'chat', 'post', 'fax', 'visit'] as const;
export const DECISION_ROLES = [
  'decider',
  'influencer',
  'buyer',
  'user',
  'gatekeeper',
  'finance',
  'technician',
] as const;
export const STANCES = ['supporter', 'neutral', 'doubter', 'opponent'] as const;

export const client = defineEntity({
  name: 'client',
  table: 'client',
  root: 'self',
  search: { parts: true },
  fields: {
    name: text({ required: true, max: 250, important: true, search: 'name' }),
    legalForm: text({ max: 120 }),
    ico: text({ max: 20, important: true, search: 'code' }),
    dic: text({ max: 20, search: 'code' }),
    icDph: text({ max: 20, search: 'code' }),
    status: choice(CLIENT_STATUSES, { required: true, important: true }),
    tier: choice(TIERS, {}),
    segment: text({ max: 80 }),
    source: text({ max: 80 }),
    owner: reference('member', { important: true }),
    territory: text({ max: 80 }),
    street: text({ unit: 'address', max: 200, search: 'detail' }),
    postcode: text({ unit: 'address', max: 20, search: 'detail' }),
    town: text({ unit: 'address', max: 120, search: 'detail' }),
    country: text({ unit: 'address', max: 2 }),
    addresses: addresses({}),
    web: text({ max: 300, search: 'code' }),
    phones: phones({ personal: true, search: 'code' }),
    emails: emails({ personal: true, search: 'code' }),
    language: choice(LANGUAGES, {}),
    termsBrief: longText({ important: true }),
    notes: longText({ search: 'detail' }),
    /** The client that this one is a duplicate of: what belongs to it is shown there (docs/data-model.md). */
    mergedInto: reference('client', { important: true }),
  },
  derived: {
    sortName: (record) => sortKey(String(record['name'])),
    matchKey: (record) => clientMatchKey(String(record['name'])),
  },
});

export const contact = defineEntity({
  name: 'contact',
  table: 'contact',
  root: 'self',
  search: { parts: true },
  fields: {
    titlesBefore: text({ unit: 'name', max: 60, personal: true }),
    firstName: text({ unit: 'name', max: 100, personal: true, search: 'name' }),
    lastName: text({
      unit: 'name',
      required: true,
      max: 120,
      important: true,
      personal: true,
      search: 'name',
    }),
    titlesAfter: text({ unit: 'name', max: 60, personal: true }),
    phones: phones({ personal: true, search: 'code' }),
    emails: emails({ personal: true, search: 'code' }),
    language: choice(LANGUAGES, {}),
    preferredChannel: choice(CHANNELS, {}),
    notes: longText({ personal: true, search: 'detail' }),
    source: text({ max: 80 }),
    mergedInto: reference('contact', { important: true }),
  },
  derived: {
    sortName: (record) => sortKey([record['lastName'], record['firstName']].filter(Boolean).join(' ')),
  },
});

export const position = defineEntity({
  name: 'position',
  table: 'position',
  root: 'client',
  search: { parts: true },
  fields: {
    client: reference('client', { required: true, fixed: true }),
    contact: reference('contact', { required: true, fixed: true }),
    jobTitle: text({ max: 150, search: 'detail' }),
    department: text({ max: 120, search: 'detail' }),
    role: choice(DECISION_ROLES, { important: true }),
    stance: choice(STANCES, { important: true }),
    workPhones: phones({ personal: true, search: 'code' }),
    workEmails: emails({ personal: true, search: 'code' }),
    endedOn: day({}),
  },
});
