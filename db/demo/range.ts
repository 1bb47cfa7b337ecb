/** What the firm of the demo base sells, in the case forms that Slovak sentences need, and who else sells it. */
export interface Product {
  /** "Stretch fólia", as in a field. */
  readonly name: string;
  /** "vzorky …" */
  readonly genitive: string;
  /** "ponuka na …" */
  readonly accusative: string;
  /** What it is counted in, in the genitive plural. */
  readonly unit: string;
}

export const RANGE: readonly [Product, ...Product[]] = [
  { name: 'Stretch fólia', genitive: 'stretch fólie', accusative: 'stretch fóliu', unit: 'roliek' },
  {
    name: 'Kartónové krabice',
    genitive: 'kartónových krabíc',
    accusative: 'kartónové krabice',
    unit: 'kusov',
  },
  {
    name: 'Vratné prepravky',
    genitive: 'vratných prepraviek',
    accusative: 'vratné prepravky',
    unit: 'kusov',
  },
  { name: 'Páskovacia páska', genitive: 'páskovacej pásky', accusative: 'páskovaciu pásku', unit: 'kotúčov' },
  { name: 'Papierová výplň', genitive: 'papierovej výplne', accusative: 'papierovú výplň', unit: 'balíkov' },
  { name: 'Bublinková fólia', genitive: 'bublinkovej fólie', accusative: 'bublinkovú fóliu', unit: 'roliek' },
  {
    name: 'Potlačené etikety',
    genitive: 'potlačených etikiet',
    accusative: 'potlačené etikety',
    unit: 'kotúčov',
  },
  { name: 'Drevené palety', genitive: 'drevených paliet', accusative: 'drevené palety', unit: 'kusov' },
  {
    name: 'Vzduchové vankúšiky',
    genitive: 'vzduchových vankúšikov',
    accusative: 'vzduchové vankúšiky',
    unit: 'kartónov',
  },
  { name: 'Rohové chrániče', genitive: 'rohových chráničov', accusative: 'rohové chrániče', unit: 'balíkov' },
  {
    name: 'Zasielateľské obálky',
    genitive: 'zasielateľských obálok',
    accusative: 'zasielateľské obálky',
    unit: 'škatúľ',
  },
  { name: 'Lepiaca páska', genitive: 'lepiacej pásky', accusative: 'lepiacu pásku', unit: 'kartónov' },
];

/** Invented rivals. */
export const COMPETITORS = ['Obalko Trend', 'BalTransia', 'Kartónia', 'Fóliamax Plus', 'Paletum'] as const;
