/** Every screen over the demo base: its address, and what must be seen of it. */
import type { Locator, Page } from '@playwright/test';
import type { ConflictRow } from '#shared/contract/sync.ts';
import { callProcedure } from './vizitka-process.ts';

export const LANGUAGES = ['sk', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Ids of the records that a screen is looked at with. */
export interface Subjects {
  client: string;
  contact: string;
  /** Another person. */
  other: string;
  objection: string;
  meeting: string;
  callList: string;
  promise: string;
  handover: string;
  contract: string;
  /** A contract whose term was changed in two places. */
  contested: string;
}

export interface Screen {
  name: string;
  address(subjects: Subjects): string;
  /** What must be seen, by its accessible name. */
  seen(page: Page, language: Language): Locator;
}

export const SCREENS: Screen[] = [
  {
    name: 'day',
    address: () => '/day',
    seen: (page, language) =>
      page.getByRole('heading', { level: 2, name: { sk: /^Mešká/, en: /^Late/ }[language] }),
  },
  {
    name: 'week',
    address: () => '/day/week',
    seen: (page, language) =>
      page.getByRole('button', { name: { sk: 'Nasledujúci týždeň', en: 'Next week' }[language] }),
  },
  {
    name: 'evening check',
    address: () => '/day/check',
    seen: (page, language) =>
      page.getByRole('heading', {
        level: 2,
        name: { sk: /^Nič sa nezabudlo/, en: /^Nothing (was )?forgotten/ }[language],
      }),
  },
  {
    name: 'client list',
    address: () => '/clients',
    seen: (page, language) => gridNamed(page, { sk: 'Klienti', en: 'Clients' }[language]),
  },
  {
    name: 'client desk',
    address: ({ client }) => `/clients/${client}`,
    seen: (page, language) =>
      page
        .getByRole('region', { name: { sk: 'História vzťahu', en: 'Timeline' }[language] })
        .getByRole('button', { name: { sk: 'Opraviť', en: 'Correct' }[language] })
        .first(),
  },
  {
    name: 'brief',
    address: ({ client }) => `/clients/${client}/brief`,
    seen: (page, language) =>
      page
        .getByRole('region', { name: { sk: 'Stránka podkladov', en: 'Page of the brief' }[language] })
        .getByRole('heading')
        .first(),
  },
  {
    name: 'contacts',
    address: () => '/contacts',
    seen: (page, language) => gridNamed(page, { sk: 'Kontaktné osoby', en: 'Contacts' }[language]),
  },
  {
    name: 'person',
    address: ({ contact }) => `/contacts/${contact}`,
    seen: (page, language) =>
      page.getByRole('heading', {
        name: { sk: 'Pôsobenie u klientov', en: 'Positions at clients' }[language],
      }),
  },
  {
    name: 'meetings',
    address: () => '/meetings',
    seen: (page, language) => gridNamed(page, { sk: 'Stretnutia', en: 'Meetings' }[language]),
  },
  {
    name: 'meeting',
    address: ({ meeting }) => `/meetings/${meeting}`,
    seen: (page, language) =>
      page.getByRole('button', { name: { sk: 'Zapísať návštevu', en: 'Log the visit' }[language] }),
  },
  {
    name: 'new meeting',
    address: ({ client }) => `/meetings/new?client=${client}`,
    seen: (page, language) =>
      page.getByRole('heading', {
        level: 1,
        name: { sk: 'Naplánovať stretnutie', en: 'Plan a meeting' }[language],
      }),
  },
  {
    name: 'call lists',
    address: () => '/calls',
    seen: (page, language) => gridNamed(page, { sk: 'Zoznamy hovorov', en: 'Call lists' }[language]),
  },
  {
    name: 'new call list',
    address: () => '/calls/new',
    seen: (page, language) =>
      page.getByRole('textbox', { name: { sk: 'Scenár hovoru', en: 'Script of the call' }[language] }),
  },
  {
    name: 'call',
    address: ({ callList }) => `/calls/${callList}`,
    seen: (page, language) =>
      page.getByRole('button', { name: { sk: /Dohodnuté stretnutie/, en: /Meeting arranged/ }[language] }),
  },
  {
    name: 'hand-overs',
    address: () => '/handover',
    seen: (page, language) =>
      page.getByRole('region', { name: { sk: 'Práve prebieha', en: 'Under way' }[language] }),
  },
  {
    name: 'hand-over',
    address: ({ handover }) => `/handover/${handover}`,
    seen: (page, language) =>
      page.getByRole('heading', { name: { sk: 'Čo treba vedieť', en: 'What there is to know' }[language] }),
  },
  {
    name: 'new hand-over',
    address: () => '/handover/new',
    seen: (page, language) =>
      page.getByRole('combobox', { name: { sk: 'Kto zastupuje', en: 'Stand-in' }[language] }),
  },
  {
    name: 'promises',
    address: () => '/promises',
    seen: (page, language) => gridNamed(page, { sk: 'Prísľuby', en: 'Promises' }[language]),
  },
  {
    name: 'promise',
    address: ({ promise }) => `/promises/${promise}`,
    seen: (page, language) =>
      page.getByRole('textbox', { name: { sk: 'Prísľub', en: 'Promise' }[language], exact: true }),
  },
  {
    name: 'requests to departments',
    address: () => '/promises/requests',
    seen: (page, language) =>
      page.getByRole('heading', {
        level: 1,
        name: { sk: 'Požiadavky na oddelenia', en: 'Requests to departments' }[language],
      }),
  },
  {
    name: 'objections',
    address: () => '/objections',
    seen: (page, language) => gridNamed(page, { sk: 'Námietky', en: 'Objections' }[language]),
  },
  {
    name: 'objection',
    address: ({ objection }) => `/objections/${objection}`,
    seen: (page, language) =>
      page.getByRole('textbox', { name: { sk: 'Námietka', en: 'Objection' }[language], exact: true }),
  },
  {
    name: 'contracts',
    address: () => '/contracts',
    seen: (page, language) => gridNamed(page, { sk: 'Zmluvy', en: 'Contracts' }[language]),
  },
  {
    name: 'contract',
    address: ({ contract }) => `/contracts/${contract}`,
    seen: (page) => page.getByRole('checkbox').first(),
  },
  {
    name: 'possible duplicates',
    address: () => '/duplicates/clients',
    seen: (page, language) =>
      page.getByRole('heading', {
        level: 1,
        name: { sk: 'Možné duplicity', en: 'Possible duplicates' }[language],
      }),
  },
  {
    name: 'two people compared',
    address: ({ contact, other }) => `/duplicates/contacts/${contact}/${other}`,
    seen: (page, language) => page.getByRole('button', { name: { sk: 'Zlúčiť', en: 'Merge' }[language] }),
  },
  {
    name: 'trip log',
    address: () => '/trips',
    seen: (page, language) =>
      page.getByRole('heading', { level: 1, name: { sk: 'Kniha jázd', en: 'Trip log' }[language] }),
  },
  {
    name: 'new trip',
    address: () => '/trips/new',
    seen: (page, language) =>
      page.getByRole('button', { name: { sk: 'Zapísať jazdu', en: 'Add the trip' }[language], exact: true }),
  },
  {
    name: 'calendar',
    address: () => '/calendar',
    seen: (page, language) =>
      page.getByRole('button', {
        name: { sk: 'Vybrať súbor kalendára…', en: 'Choose a calendar file…' }[language],
      }),
  },
  {
    name: 'import and export',
    address: () => '/exchange',
    seen: (page, language) =>
      page.getByRole('heading', {
        level: 1,
        name: { sk: 'Načítanie a vývoz', en: 'Import and export' }[language],
      }),
  },
  {
    name: 'export',
    address: () => '/exchange/export',
    seen: (page, language) =>
      page.getByRole('button', { name: { sk: /^Vyviezť \d+ /, en: /^Export \d+ / }[language] }),
  },
  {
    name: 'sync',
    address: () => '/sync',
    seen: (page, language) =>
      page.getByRole('button', { name: { sk: 'Vymeniť teraz', en: 'Exchange now' }[language] }),
  },
  {
    name: 'conflict desk',
    address: () => '/sync/conflicts',
    seen: (page, language) =>
      page.getByRole('button', { name: { sk: /^Vrátiť toto/, en: /^Put this back/ }[language] }).first(),
  },
  {
    name: 'a field with a conflict',
    address: ({ contested }) => `/contracts/${contested}`,
    seen: (page, language) =>
      page.getByRole('link', { name: { sk: 'Rozpor', en: 'Conflict' }[language], exact: true }).first(),
  },
  {
    name: 'settings',
    address: () => '/settings',
    seen: (page, language) =>
      page.getByRole('heading', { level: 1, name: { sk: 'Nastavenia', en: 'Settings' }[language] }),
  },
];

function gridNamed(page: Page, name: string): Locator {
  return page.getByRole('grid', { name }).getByRole('row').nth(1);
}

/** A contract with a checklist, its client, a person and an objection. */
export async function findSubjects(profile: string): Promise<Subjects> {
  interface Listed {
    rows: { id: string; client: string; items: number }[];
  }
  const list = (what: string, more = {}) =>
    callProcedure<Listed>(profile, `${what}.list`, { filter: {}, limit: 100, ...more });
  const contract = (await list('contracts')).rows.find(({ items }) => items > 0);
  const [contact, other] = (await list('contacts')).rows;
  const [objection] = (await list('objections')).rows;
  const [promise] = (await list('promises', { today: '2026-01-01' })).rows;
  const [callList] = (await callProcedure<Listed>(profile, 'calls.lists', { filter: {}, now: Date.now() }))
    .rows;
  const [handover] = await callProcedure<{ id: string }[]>(profile, 'handovers.list', {});
  const meeting = (await list('meetingPlans')).rows.find(({ items }) => items > 0);
  if (!contract || !contact || !other || !objection || !promise || !meeting || !callList || !handover)
    throw new Error('the demo base lacks what a screen is looked at with');
  const found = await callProcedure<{ rows: ConflictRow[] }>(profile, 'conflicts.list');
  const contested = found.rows.find(({ unit }) => unit === 'term')?.record;
  if (!contested) throw new Error('the base has no conflict about a term');
  return {
    client: contract.client,
    contact: contact.id,
    other: other.id,
    objection: objection.id,
    meeting: meeting.id,
    callList: callList.id,
    promise: promise.id,
    handover: handover.id,
    contract: contract.id,
    contested,
  };
}
