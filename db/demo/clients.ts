/** The client records of the invented firms. */
import type { Firm } from './firms.ts';
import type { DemoRecord, Setting } from './record.ts';

const ICO_WEIGHTS = [8, 7, 6, 5, 4, 3, 2];
const LANGUAGES = { SK: 'sk', CZ: 'cs', AT: 'de', DE: 'de', HU: 'hu', PL: 'pl' } as const;
const TERMS = [
  'Splatnosť 30 dní, zľava 5 % z cenníka pri odbere nad 10 000 € ročne.',
  'Splatnosť 14 dní, bez zľavy. Doprava v cene od 500 €.',
  'Splatnosť 45 dní, bonus 2 % za ročný objem, vyhodnotenie v januári.',
  'Platba vopred do splnenia prvých troch objednávok, potom splatnosť 14 dní.',
  'Pevné ceny na 12 mesiacov, mimoriadny závoz do 24 hodín bez príplatku.',
] as const;
const NOTES = [
  'Rampa je z dvora, kamión sa otočí len ráno. Hlásiť sa na vrátnici.',
  'Rozhodujú dvaja: nákup vyberá, konateľ podpisuje.',
  'Sezóna od septembra do decembra, vtedy nevolať pred obedom.',
  'Majú vlastnú tlačiareň etikiet, ponúkať len materiál.',
  'Odporučil ich existujúci klient, pri rokovaní ho možno spomenúť.',
  'Chcú dodávky na europaletách, výška najviac 180 cm.',
] as const;

export function clientRecord(firm: Firm, order: number, id: string, setting: Setting): DemoRecord {
  const { chance, me, colleagues } = setting;
  const { country, town, postcode, territory } = firm.place;
  const isLocal = country === 'SK';
  const isRegistered = isLocal || country === 'CZ';
  const dic = dicOf(order);
  const values = {
    name: firm.name,
    legalForm: firm.legalForm,
    ico: isRegistered ? icoOf(order) : null,
    dic: isLocal ? dic : null,
    icDph: isLocal && firm.tier !== 'c' ? `SK${dic}` : null,
    status: firm.status,
    tier: firm.tier,
    segment: firm.segment,
    source: firm.source,
    owner: firm.tier !== 'key' && chance.happens(0.2) ? chance.of(colleagues) : me,
    territory,
    street: firm.street,
    postcode,
    town,
    country,
    addresses:
      firm.tier === 'key'
        ? [
            {
              kind: 'delivery',
              street: `${firm.street}, hala ${chance.of(['A', 'B', 'C'])}`,
              postcode,
              town,
              country,
            },
          ]
        : null,
    web: `https://www.${firm.domain}.example`,
    phones: isLocal ? [{ value: `+421900001${String(order + 100)}`, kind: 'work' }] : null,
    emails: [{ value: `info@${firm.domain}.example`, kind: 'work' }],
    language: LANGUAGES[country],
    termsBrief: firm.status === 'active' && chance.happens(0.6) ? chance.of(TERMS) : null,
    notes: chance.happens(0.4) ? chance.of(NOTES) : null,
  };
  return { entity: 'client', id, values };
}

/** With a right check digit (regulation of the register), in a range that no register has reached: 990…. */
function icoOf(order: number): string {
  const body = `9900${String(order * 7 + 11).padStart(3, '0')}`;
  const sum = ICO_WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return `${body}${(11 - (sum % 11)) % 10}`;
}

/** Ten digits divisible by 11, as all known ones are; none begins with 999. */
function dicOf(order: number): string {
  const from = 9_990_000_000 + order * 770;
  return String(from + ((11 - (from % 11)) % 11));
}
