/**
 * Legal forms and how they are written: Slovak (register of legal entities), Czech, and those of usual partners abroad.
 *
 * In a spelling every letter also stands for the same one with a mark, a space for any white space, "." for a dot with
 * or without spaces around it, "~" for a dot or a space or nothing, "(x)?" and "a|b" as in a regular expression.
 */
export const LEGAL_FORMS = [
  'sro',
  'as',
  'jsa',
  'ks',
  'vos',
  'cooperative',
  'stateEnterprise',
  'nonprofit',
  'association',
  'interestAssociation',
  'foundation',
  'fund',
  'municipality',
  'region',
  'budgetary',
  'contributory',
  'publicInstitution',
  'church',
  'landCommunity',
  'branch',
  'soleTrader',
  'se',
  'gmbh',
  'gmbhCoKg',
  'ag',
  'ug',
  'kg',
  'ohg',
  'ev',
  'ltd',
  'plc',
  'llc',
  'llp',
  'inc',
  'corp',
  'kft',
  'zrt',
  'nyrt',
  'bt',
  'spzoo',
  'sa',
  'sas',
  'sarl',
  'srl',
  'spa',
  'bv',
  'nv',
  'doo',
  'dd',
  'ab',
  'oy',
] as const;

export type LegalFormCode = (typeof LEGAL_FORMS)[number];

export type LegalFormSpelling = {
  code: LegalFormCode;
  /** Stands behind a name in any case; with dots or words so plain that it is nothing else. */
  suffix?: string;
  /** Stands behind a name only in this very case, or in any case behind a comma: "SE" is a form, "se" a pronoun. */
  exact?: string;
  /** Part of the name itself, first or behind a comma or dash ("Nadácia EPH"): tells the form, is never cut off. */
  word?: string;
  /** How begins, folded, what registers and other programs write as the form. */
  register?: string;
};

export const SPELLINGS: readonly LegalFormSpelling[] = [
  {
    code: 'sro',
    suffix:
      '(spol~|spolocnost )?s~r~o~|(spolocnost|spolecnost)? ?s rucen(im|ym) (obmedzenym|omezenym)|spol~s~rucenim obmedzenym',
    register: 'spolocnost s rucenim|spolecnost s rucenim|jednoosobova spolocnost s rucenim',
  },
  {
    code: 'jsa',
    suffix: 'j~s~a~|jednoducha spolocnost na akcie',
    register: 'jednoducha spolocnost na akcie',
  },
  { code: 'as', suffix: 'a.s~|akciova spolocnost', exact: 'as|AS|a s', register: 'akciova spolocnost' },
  {
    code: 'vos',
    suffix: 'v~o~s~|verejna obchodna spolocnost|verejna obchodni spolecnost',
    register: 'verejna obchodn',
  },
  { code: 'ks', suffix: 'k.s~|komanditna spolocnost|komanditni spolecnost', register: 'komanditn' },
  { code: 'cooperative', word: '(\\S+ )?\\S*druzstvo', register: '(\\S+ )?\\S*druzstvo' },
  {
    code: 'stateEnterprise',
    suffix: 's.p~|statny podnik|statni podnik',
    register: 'statny podnik|statni podnik',
  },
  {
    code: 'nonprofit',
    suffix: 'n.o~|o.p.s~|z.u~|neziskova organizacia|obecne prospesna spolecnost',
    word: 'neziskova organizacia',
    register: 'neziskova organizacia|obecne prospesna|ustav',
  },
  {
    code: 'interestAssociation',
    suffix: 'z.z.p.o~|zaujmove zdruzenie pravnickych osob',
    word: 'zaujmove zdruzenie',
    register: 'zaujmove zdruzenie',
  },
  {
    code: 'association',
    suffix: 'o.z~|z.s~|obcianske zdruzenie|zapsany spolek',
    exact: 'OZ',
    word: 'obcianske zdruzenie|komunitne zdruzenie',
    register:
      'zdruzenie|obcianske zdruzenie|spolek|odborova organizacia|stavovska organizacia|politicka strana',
  },
  { code: 'foundation', word: 'nadacia|nadace|foundation', register: 'nadacia|nadace' },
  {
    code: 'fund',
    suffix: 'n.f~|neinvesticny fond',
    word: 'neinvesticny fond',
    register: 'neinvesticny fond|fond',
  },
  { code: 'municipality', word: 'obec|mesto|mestska cast', register: '(obec|mesto|mestska cast)(?![a-z])' },
  { code: 'region', word: '\\S+ samospravny kraj', register: 'samospravny kraj|vyssi uzemny celok|vuc|kraj' },
  { code: 'budgetary', register: 'rozpoctova organizacia|organizacni slozka statu' },
  { code: 'contributory', register: 'prispevkova organizac' },
  {
    code: 'publicInstitution',
    register: 'verejnopravna instituc|verejna vyskumna|verejna vyzkumna|statna rozpoctova',
  },
  {
    code: 'church',
    word: '\\S*katolicka cirkev|\\S*katolicka farnost',
    register: 'cirk|nabozensk|evidovana pravnicka osoba',
  },
  {
    code: 'landCommunity',
    word: 'pozemkove spolocenstvo|urbarska spolocnost',
    register: 'pozemkove spolocenstvo',
  },
  {
    code: 'branch',
    suffix: 'organizacna zlozka( (podniku )?(zahranicnej osoby|slovensko))?|odstepny zavod|o~z~p~z~o~',
    register: 'organizacna zlozka|podnik zahranicnej osoby|odstepny zavod',
  },
  {
    code: 'soleTrader',
    register: 'podnikatel|zivnost|fyzicka osoba|samostatne hospodariaci|slobodne povolanie|szco|osvc',
  },
  { code: 'gmbhCoKg', suffix: '(gmbh|ag|ug) ?(&|und|a) ?co~ ?kg' },
  { code: 'gmbh', suffix: 'g?gmbh|g.m.b.h~|ges~ ?m~ ?b~ ?h~|gesellschaft mit beschrankter haftung' },
  { code: 'ag', exact: 'AG|Aktiengesellschaft' },
  { code: 'ug', suffix: 'ug ?\\(haftungsbeschrankt\\)', exact: 'UG' },
  { code: 'kg', exact: 'KG' },
  { code: 'ohg', exact: 'OHG|oHG' },
  { code: 'ev', suffix: 'e.v~' },
  { code: 'ltd', suffix: '(pty~ ?|pvt~ ?|co~ ?,? ?)?(ltd~|limited)' },
  { code: 'plc', suffix: 'plc~|p.l.c~' },
  { code: 'llp', suffix: 'llp~|l.l.p~' },
  { code: 'llc', suffix: 'llc~|l.l.c~' },
  { code: 'inc', suffix: 'inc~|incorporated' },
  { code: 'corp', suffix: 'corp~|corporation' },
  { code: 'kft', suffix: 'kft~|korlatolt felelossegu tarsasag' },
  { code: 'zrt', suffix: 'zrt~' },
  { code: 'nyrt', suffix: 'nyrt~' },
  { code: 'bt', suffix: 'bt\\.', exact: 'Bt|BT' },
  { code: 'spzoo', suffix: 'sp~ ?z~ ?o~ ?o~|spolka z o~ ?o~|spolka z ograniczona odpowiedzialnoscia' },
  { code: 'sarl', suffix: 's.a.r.l~|sarl' },
  { code: 'srl', suffix: 's.r.l~', exact: 'SRL|Srl|srl' },
  { code: 'spa', suffix: 's.p.a~', exact: 'SpA|SPA' },
  { code: 'sas', suffix: 's.a.s~', exact: 'SAS' },
  { code: 'sa', suffix: 's.a~', exact: 'SA' },
  { code: 'bv', suffix: 'b.v~', exact: 'BV' },
  { code: 'nv', suffix: 'n.v~', exact: 'NV' },
  {
    code: 'se',
    suffix: 's.e~|societas europaea|europska spolocnost',
    exact: 'SE',
    register: 'europska spolocnost|evropska spolecnost|societas',
  },
  { code: 'doo', suffix: 'd.o.o~', exact: 'doo|DOO' },
  { code: 'dd', suffix: 'd.d~' },
  { code: 'ab', exact: 'AB' },
  { code: 'oy', suffix: 'oyj?~' },
];
