/** Countries as people write them, in Slovak, Czech, German and English, to their two letters (ISO 3166-1). */
import { fold } from '../text/fold.ts';

// Official, short and former ways of writing that no list of names has.
const ALSO: Record<string, string> = {
  SK: 'slovenska republika|slovensko|slovak republic|sr|svk|svk republic|slowakische republik',
  CZ: 'ceska republika|cesko|cr|czech republic|czechia|cze|tschechische republik',
  DE: 'nemecko|spolkova republika nemecko|brd|bundesrepublik deutschland|ger|deu|d|nsr',
  AT: 'rakuska republika|republik osterreich|aut|a|osterreich',
  HU: 'madarska republika|hun|magyarorszag|h',
  PL: 'polska republika|polska|pol|rp',
  GB: 'uk|united kingdom|great britain|england|scotland|wales|northern ireland|velka britania|anglicko|gbr|spojene kralovstvo',
  US: 'usa|united states|united states of america|u.s.a.|u.s.|america|spojene staty|spojene staty americke|vereinigte staaten',
  NL: 'holland|holandsko|nld|the netherlands',
  CH: 'svajciarsko|che|schweiz|suisse',
  KR: 'korea|south korea|juzna korea|republic of korea',
  KP: "north korea|severna korea|democratic people's republic of korea",
  RU: 'russia|rusko|russian federation|ruska federacia',
  UA: 'ukrajina|ukr',
  RS: 'srbsko|srb',
  VN: 'vietnam|viet nam',
  IR: 'iran|islamic republic of iran',
  SY: 'syria|syrian arab republic',
  LA: "laos|lao people's democratic republic",
  MD: 'moldova|republic of moldova|moldavsko',
  MK: 'macedonia|north macedonia|macedonsko|severne macedonsko',
  CI: "cote d'ivoire|ivory coast",
  CD: 'congo kinshasa|democratic republic of the congo|dr congo',
  CG: 'congo|congo brazzaville|republic of the congo',
  BN: 'brunei darussalam|brunei',
  TZ: 'tanzania|united republic of tanzania',
  VE: 'venezuela|bolivarian republic of venezuela',
  BO: 'bolivia|plurinational state of bolivia',
  TW: 'taiwan|taiwan, province of china',
  LY: 'libya|libyan arab jamahiriya',
  PS: 'palestine|palestinian territory|palestinian territories|state of palestine',
  MO: 'macao|macau',
  HK: 'hong kong|hongkong',
  TR: 'turkey|turecko|turkiye',
  SZ: 'swaziland|svazijsko',
  KG: 'kyrgyz republic',
  VI: 'united states virgin islands|us virgin islands',
  UM: 'united states minor outlying islands',
  SJ: 'svalbard & jan mayen islands|svalbard and jan mayen islands',
  HM: 'heard island and mcdonald islands',
  GS: 'south georgia and the south sandwich islands',
  VA: 'vatican|vatican city|holy see (vatican city state)|holy see',
  FM: 'micronesia|federated states of micronesia',
  TL: 'timor-leste|east timor',
};

let table: ReadonlyMap<string, string> | undefined;

/** Two letters of a country given by name or code in any of four languages; undefined where it is not known. */
export function countryCode(text: string): string | undefined {
  table ??= buildTable();
  const folded = fold(text);
  return (
    table.get(folded) ??
    table.get(folded.replace(/^the |[.,]+$/g, '')) ??
    table.get(folded.replace(/ ?\(.*\)$/, ''))
  );
}

function buildTable(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const languages = ['en', 'sk', 'cs', 'de'].map(
    (language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }),
  );
  for (const code of allPairs()) {
    // Codes of groups of countries and of what is no more a state.
    if (['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ', 'SU', 'DD', 'YU', 'CS', 'UK'].includes(code)) continue;
    for (const language of languages) {
      const name = language.of(code);
      if (!name) continue;
      names.set(fold(code), code);
      const folded = fold(name);
      names.set(folded, code);
      names.set(folded.replaceAll(' & ', ' and ').replace(/^st\. /, 'saint '), code);
      names.set(folded.replace(/ ?\(.*\)$/, ''), names.get(folded.replace(/ ?\(.*\)$/, '')) ?? code);
    }
  }
  for (const [code, spellings] of Object.entries(ALSO)) {
    for (const spelling of spellings.split('|')) if (spelling !== '') names.set(spelling, code);
  }
  return names;
}

function* allPairs(): Iterable<string> {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  for (const first of letters) for (const second of letters) yield first + second;
}
