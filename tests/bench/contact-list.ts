/** A list as an office sends it, from a seed: 100,000 people with a place each at one of 20,000 firms. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { type Chance, chanceFrom } from '#db/demo/chance.ts';
import { NAMES_BY_COUNTRY } from '#db/demo/names.ts';
import { fold } from '#shared/domain/text/fold.ts';

export interface ListSize {
  people: number;
  firms: number;
}

export interface Person {
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
}

export interface Firm {
  name: string;
  ico: string;
  street: string;
  postcode: string;
  town: string;
  web: string;
}

export const HEADINGS = [
  'Titul pred',
  'Meno',
  'Priezvisko',
  'Titul za',
  'Pracovná pozícia',
  'Oddelenie',
  'Mobil',
  'Telefón',
  'E-mail',
  'Jazyk',
  'Poznámka',
  'Firma',
  'IČO',
  'Ulica',
  'PSČ',
  'Mesto',
  'Krajina',
  'Web firmy',
];

const STEMS = [
  'Agro',
  'Kovo',
  'Stav',
  'Elektro',
  'Drevo',
  'Termo',
  'Hydro',
  'Auto',
  'Foto',
  'Gastro',
  'Eko',
  'Vino',
  'Tech',
  'Pro',
  'Slov',
  'Tatra',
  'Ister',
  'Karpat',
  'Fatra',
  'Orav',
];
const TAILS = [
  'mont',
  'servis',
  'plast',
  'trans',
  'invest',
  'stroj',
  'market',
  'centrum',
  'výroba',
  'systém',
  'sklad',
  'dielňa',
  'pekáreň',
  'lesy',
  'mlyn',
  'pivovar',
  'energia',
  'obchod',
  'logistika',
  'dizajn',
];
const FORMS = ['s. r. o.', 's.r.o.', 'a. s.', 'spol. s r. o.', 'družstvo'];
const STREETS = [
  'Hlavná',
  'Štúrova',
  'Mlynská',
  'Železničná',
  'Námestie slobody',
  'Dlhá',
  'Športová',
  'Ľ. Fullu',
  'Priemyselná',
  'Nábrežná',
];
const TOWNS: [string, string][] = [
  ['811 01', 'Bratislava'],
  ['040 01', 'Košice'],
  ['080 01', 'Prešov'],
  ['010 01', 'Žilina'],
  ['974 01', 'Banská Bystrica'],
  ['949 01', 'Nitra'],
  ['917 01', 'Trnava'],
  ['911 01', 'Trenčín'],
  ['036 01', 'Martin'],
  ['058 01', 'Poprad'],
  ['960 01', 'Zvolen'],
  ['971 01', 'Prievidza'],
  ['940 02', 'Nové Zámky'],
  ['034 01', 'Ružomberok'],
  ['066 01', 'Humenné'],
  ['929 01', 'Dunajská Streda'],
];
const JOBS = [
  'obchodný riaditeľ',
  'nákupca',
  'konateľ',
  'vedúca účtovníčka',
  'technik údržby',
  'asistentka',
  'skladník',
  'projektový manažér',
  'vedúci výroby',
  'referent',
];
const DEPARTMENTS = ['Nákup', 'Predaj', 'Výroba', 'Financie', 'Údržba', ''];
const NOTES = [
  'uprednostňuje telefonát pred obedom',
  'poznáme sa z veľtrhu v Nitre',
  'chce cenník do konca mesiaca',
  'pozor na dlhé dodacie lehoty',
];

/** Writes the list as UTF-8 with semicolons and returns who and what stands in it. */
export function writeContactList(
  file: string,
  { people, firms }: ListSize,
  seed: number,
): { people: Person[]; firms: Firm[] } {
  const chance = chanceFrom(seed);
  const all = Array.from({ length: firms }, (_, at) => makeFirm(chance, at));
  const who: Person[] = [];
  const handle = openSync(file, 'w');
  let text = `\ufeff${HEADINGS.join(';')}\r\n`;
  for (let at = 0; at < people; at += 1) {
    // Every firm has somebody; the rest of its people stand anywhere in the list.
    const firm = (at < firms ? all[at] : chance.of(all)) as Firm;
    const person = makePerson(chance, at, firm);
    who.push(person);
    text += `${lineOf(chance, person, firm)}\r\n`;
    if (text.length < 1 << 20) continue;
    writeSync(handle, text);
    text = '';
  }
  writeSync(handle, text);
  closeSync(handle);
  return { people: who, firms: all };
}

function makeFirm(chance: Chance, at: number): Firm {
  const name = `${chance.of(STEMS)}${chance.of(TAILS)}${at % 3 === 0 ? ` ${chance.of(NAMES_BY_COUNTRY.SK.surnames)[0]}` : ''} ${at + 1}`;
  const [postcode, town] = chance.of(TOWNS);
  return {
    name: `${name}, ${chance.of(FORMS)}`,
    ico: icoFrom(3_000_000 + at),
    street: `${chance.of(STREETS)} ${chance.between(1, 180)}`,
    postcode,
    town,
    web: `https://www.${fold(name).replaceAll(/[^a-z0-9]/g, '')}.example`,
  };
}

/** Seven digits with their check digit (regulation of the register, weights 8 to 2, modulo 11). */
function icoFrom(number: number): string {
  const digits = String(number).padStart(7, '0');
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (8 - at), 0);
  return `${digits}${(11 - (sum % 11)) % 10}`;
}

function makePerson(chance: Chance, at: number, firm: Firm): Person {
  const { men, women, surnames } = NAMES_BY_COUNTRY.SK;
  const isWoman = chance.happens(0.5);
  const surname = chance.of(surnames)[isWoman ? 1 : 0];
  const double = chance.happens(0.4) ? `-${chance.of(surnames)[isWoman ? 1 : 0]}` : '';
  const firstName = chance.of(isWoman ? women : men);
  const lastName = `${surname}${double}`;
  const host = firm.web.slice('https://www.'.length);
  return {
    firstName,
    lastName,
    email: `${fold(firstName)}.${fold(surname)}${at}@${host}`,
    phone: `+4219${chance.of(['05', '07', '10', '15', '18', '44', '48'])}${String(100_000 + ((at * 7919) % 900_000))}`,
  };
}

function lineOf(chance: Chance, person: Person, firm: Firm): string {
  const department = chance.of(DEPARTMENTS);
  return [
    chance.happens(0.3) ? 'Ing.' : '',
    person.firstName,
    person.lastName,
    chance.happens(0.05) ? 'PhD.' : '',
    chance.of(JOBS),
    department,
    person.phone,
    chance.happens(0.3) ? `02/${chance.between(2000, 9999)} ${chance.between(1000, 9999)}` : '',
    person.email,
    'slovenčina',
    chance.happens(0.1) ? chance.of(NOTES) : '',
    firm.name,
    firm.ico,
    firm.street,
    firm.postcode,
    firm.town,
    'Slovensko',
    firm.web,
  ].join(';');
}
