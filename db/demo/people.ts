/** The people of a client: who they are, what they do there and how they stand to us. */
import type { CHANNELS, LANGUAGES, STANCES } from '#shared/entities/clients.ts';
import type { Chance } from './chance.ts';
import type { Firm } from './firms.ts';
import { BUYERS, HEADS, type Job, OTHERS } from './jobs.ts';
import { NAMES_BY_COUNTRY } from './names.ts';
import type { DemoRecord, Setting } from './record.ts';

export interface Person {
  readonly id: string;
  readonly lastName: string;
  readonly isWoman: boolean;
}

type Country = Firm['place']['country'];

/** Numbers in blocks that are not handed out; the German one is kept for fiction by the regulator. */
const MOBILE: Record<Country, string> = {
  SK: '+421900000',
  CZ: '+420600000',
  AT: '+436600000',
  HU: '+36200000',
  PL: '+48500000',
  DE: '+493023125',
};
const LANGUAGE_OF: Record<Country, (typeof LANGUAGES)[number]> = {
  SK: 'sk',
  CZ: 'cs',
  AT: 'de',
  DE: 'de',
  HU: 'hu',
  PL: 'pl',
};
const CHANNEL_CHOICES: readonly ((typeof CHANNELS)[number] | null)[] = [
  'phone',
  'phone',
  'email',
  'email',
  'chat',
  'visit',
  null,
];
const STANCE_CHOICES: readonly (typeof STANCES)[number][] = [
  'supporter',
  'supporter',
  'neutral',
  'neutral',
  'neutral',
  'doubter',
  'opponent',
];
const REMARKS = [
  'Najlepšie sa dá zastihnúť ráno do deviatej.',
  'Vybavuje len písomne, do telefónu nič nesľúbi.',
  'Zaujíma sa o recyklovateľné obaly, posielať novinky.',
  'Pred rozhodnutím si vždy pýta názor skladu.',
  'Ovláda celý proces balenia, na rokovanie brať aj technický list.',
] as const;

/** A namer that gives no two people of the demo base the same name. */
export function createPeople(setting: Setting) {
  const { chance, newId } = setting;
  const taken = new Set<string>();
  let number = 100;

  const nameIn = (country: Country, isWoman: boolean): [first: string, last: string] => {
    const { men, women, surnames } = NAMES_BY_COUNTRY[country];
    for (;;) {
      const first = chance.of(isWoman ? women : men);
      const last = chance.of(surnames)[isWoman ? 1 : 0];
      if (taken.has(`${first} ${last}`)) continue;
      taken.add(`${first} ${last}`);
      return [first, last];
    }
  };

  return {
    /** Adds a person with a place at the client to `into`. `known` gives the name where it is not left to chance. */
    meet(
      into: DemoRecord[],
      client: string,
      firm: Firm,
      job: Job,
      known?: readonly [string, string, boolean],
    ): Person {
      const id = newId();
      const { country } = firm.place;
      const isWoman = known?.[2] ?? chance.happens(0.45);
      const [firstName, lastName] = known ?? nameIn(country, isWoman);
      if (known) taken.add(`${firstName} ${lastName}`);
      number += 1;
      const mail = `${asciiOf(firstName)}.${asciiOf(lastName)}@${firm.domain}.example`;
      into.push({
        entity: 'contact',
        id,
        values: {
          titlesBefore:
            country === 'SK' && chance.happens(0.35)
              ? chance.of(['Ing.', 'Ing.', 'Mgr.', 'Bc.', 'JUDr.'])
              : null,
          firstName,
          lastName,
          titlesAfter:
            job.role === 'finance' && chance.happens(0.5)
              ? 'PhD.'
              : job.role === 'decider' && chance.happens(0.2)
                ? 'MBA'
                : null,
          phones: chance.happens(0.9) ? [{ value: `${MOBILE[country]}${number}`, kind: 'mobile' }] : null,
          emails: [{ value: mail, kind: 'work' }],
          language: LANGUAGE_OF[country],
          preferredChannel: chance.of(CHANNEL_CHOICES),
          notes: chance.happens(0.2) ? chance.of(REMARKS) : null,
          source: firm.source,
        },
      });
      into.push(placeOf(newId(), client, id, firm, job, isWoman, chance, number));
      return { id, lastName, isWoman };
    },
    /** A place of somebody known already, at another client. */
    meetAgain(into: DemoRecord[], client: string, person: Person, firm: Firm, job: Job): void {
      number += 1;
      into.push(placeOf(newId(), client, person.id, firm, job, person.isWoman, chance, number));
    },
  };
}

function placeOf(
  id: string,
  client: string,
  contact: string,
  firm: Firm,
  job: Job,
  isWoman: boolean,
  chance: Chance,
  number: number,
): DemoRecord {
  const values = {
    client,
    contact,
    jobTitle: job.title[isWoman ? 1 : 0],
    department: job.department,
    role: job.role,
    stance: chance.happens(0.8) ? chance.of(STANCE_CHOICES) : null,
    workPhones:
      firm.place.country === 'SK' && chance.happens(0.3)
        ? [{ value: `+421900002${number}`, kind: 'work' }]
        : null,
    workEmails: job.role === 'buyer' ? [{ value: `nakup@${firm.domain}.example`, kind: 'work' }] : null,
  };
  return { entity: 'position', id, values };
}

/** Head of the firm, then purchasing, then whoever else works with packaging; larger clients have more people. */
export function jobsAt(firm: Firm, chance: Chance): Job[] {
  const heads = firm.legalForm.startsWith('a') ? HEADS.slice(1) : HEADS.slice(0, 1);
  const count = { key: 4, a: 3, b: 2, c: 1 }[firm.tier ?? 'c'] + (chance.happens(0.1) ? 1 : 0);
  return [chance.of(heads), chance.of(BUYERS), ...chance.shuffled(OTHERS)].slice(0, count);
}

function asciiOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L');
  return plain.toLowerCase();
}
