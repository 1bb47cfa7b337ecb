/** Choices as other programs and people write them: the value itself, our own names in both languages, synonyms. */
import { entities } from '../../entities/index.ts';
import { catalogues } from '../../i18n/index.ts';
import { fold } from '../text/fold.ts';

// Only words that leave no doubt; what is not here is said in the report, not guessed.
const SYNONYMS: Record<string, Record<string, string>> = {
  'client.status': {
    prospect: 'lead|potential|potencialny|zaujemca|novy|new|interessent|suspect|potencialny klient',
    active: 'aktivny|aktivni|aktiv|customer|zakaznik|klient|current|aktuelny|kunde|ano',
    dormant: 'inactive|neaktivny|neaktivni|inaktiv|spiaci|pasivny',
    former: 'lost|byvaly|stratene|strateny|ehemalig|ukonceny|churned|zaniknuty',
  },
  'client.tier': {
    key: 'kluc|klucovy|vip|key account|top|a+|strategic|strategicky',
    a: 'a|1',
    b: 'b|2',
    c: 'c|3',
  },
  'contact.preferredChannel': {
    phone: 'telefon|telefonicky|tel|call|mobil|mobile|telefonisch',
    email: 'e mail|email|e-mail|mail|emailom',
    chat: 'whatsapp|chat|messenger|viber|sms',
    post: 'posta|post|list|mail letter|brief',
    fax: 'fax',
    visit: 'osobne|visit|in person|personlich|navsteva',
  },
  language: {
    sk: 'slovensky|slovak|slowakisch|slovencina|sk-sk|svk|slk',
    cs: 'cesky|czech|tschechisch|cestina|cs-cz|cz|cze',
    en: 'anglicky|english|englisch|anglictina|en-us|en-gb|eng',
    de: 'nemecky|german|deutsch|nemcina|de-de|de-at|ger|deu',
    hu: 'madarsky|hungarian|ungarisch|magyar|hu-hu|hun',
    pl: 'polsky|polish|polnisch|polski|pl-pl|pol',
    uk: 'ukrajinsky|ukrainian|ukrainisch|uk-ua|ua|ukr',
    fr: 'francuzsky|french|franzosisch|francais|fr-fr|fra|fre',
    it: 'taliansky|italian|italienisch|italiano|it-it|ita',
    es: 'spanielsky|spanish|spanisch|espanol|es-es|esp|spa',
  },
};

const CHOICE_TARGETS: readonly string[] = [
  'client.status',
  'client.tier',
  'client.language',
  'contact.language',
  'contact.preferredChannel',
  'position.role',
  'position.stance',
];

const TABLES = new Map<string, ReadonlyMap<string, string>>();

/** The choice's value that a cell means, or undefined. `target` is `entity.field`. */
export function parseChoice(target: string, text: string): string | undefined {
  return tableOf(target).get(fold(text));
}

/** Whether a column can hold this target: a choice needs values of which most are known; other targets always. */
export function holdsChoices(target: string, samples: readonly string[]): boolean {
  if (!CHOICE_TARGETS.includes(target)) return true;
  const filled = samples.filter((sample) => sample.trim() !== '');
  if (filled.length === 0) return true;
  return filled.filter((sample) => parseChoice(target, sample) !== undefined).length >= filled.length * 0.6;
}

export function isChoiceTarget(target: string): boolean {
  return CHOICE_TARGETS.includes(target);
}

function tableOf(target: string): ReadonlyMap<string, string> {
  const known = TABLES.get(target);
  if (known) return known;
  const table = buildTable(target);
  TABLES.set(target, table);
  return table;
}

function buildTable(target: string): ReadonlyMap<string, string> {
  const [entity = '', field = ''] = target.split('.');
  const table = new Map<string, string>();
  const stated = (
    entities as unknown as Record<string, { fields: Record<string, { values?: readonly string[] }> }>
  )[entity];
  const synonyms = SYNONYMS[target] ?? SYNONYMS[field] ?? {};
  for (const value of stated?.fields[field]?.values ?? []) {
    for (const word of synonyms[value]?.split('|') ?? []) table.set(word, value);
    for (const catalogue of Object.values(catalogues)) {
      const labels = (catalogue.choices as unknown as Record<string, Record<string, Record<string, string>>>)[
        entity
      ]?.[field];
      if (labels?.[value]) table.set(fold(labels[value]), value);
    }
    table.set(fold(value), value);
  }
  return table;
}
