/** Ordinary first names and surnames; who they make together nobody chose. */
export interface Names {
  readonly men: readonly string[];
  readonly women: readonly string[];
  /** A man's and a woman's form of the surname. */
  readonly surnames: readonly (readonly [string, string])[];
}

function same(...surnames: string[]): [string, string][] {
  return surnames.map((surname) => [surname, surname]);
}

const slovak: Names = {
  men: [
    'Ján',
    'Peter',
    'Jozef',
    'Martin',
    'Michal',
    'Tomáš',
    'Marek',
    'Juraj',
    'Miroslav',
    'Ivan',
    'Pavol',
    'Ladislav',
    'Milan',
    'Richard',
    'Rastislav',
    'Branislav',
    'Ľuboš',
    'Štefan',
    'Andrej',
    'Vladimír',
    'Dušan',
    'Matúš',
    'Róbert',
    'Igor',
    'Adam',
    'Ondrej',
    'Ľudovít',
    'Samuel',
  ],
  women: [
    'Eva',
    'Mária',
    'Zuzana',
    'Katarína',
    'Jana',
    'Anna',
    'Monika',
    'Lucia',
    'Martina',
    'Ivana',
    'Andrea',
    'Veronika',
    'Renáta',
    'Silvia',
    'Gabriela',
    'Ľubica',
    'Alžbeta',
    'Michaela',
    'Daniela',
    'Soňa',
    'Barbora',
    'Nina',
    'Božena',
    'Dominika',
    'Viera',
    'Želmíra',
    'Tatiana',
    'Xénia',
  ],
  surnames: [
    ['Kováč', 'Kováčová'],
    ['Horváth', 'Horváthová'],
    ['Varga', 'Vargová'],
    ['Tóth', 'Tóthová'],
    ['Nagy', 'Nagyová'],
    ['Baláž', 'Balážová'],
    ['Molnár', 'Molnárová'],
    ['Szabó', 'Szabóová'],
    ['Novák', 'Nováková'],
    ['Polák', 'Poláková'],
    ['Gajdoš', 'Gajdošová'],
    ['Kollár', 'Kollárová'],
    ['Hudák', 'Hudáková'],
    ['Krajčír', 'Krajčírová'],
    ['Lukáč', 'Lukáčová'],
    ['Oravec', 'Oravcová'],
    ['Kráľ', 'Kráľová'],
    ['Chovanec', 'Chovancová'],
    ['Ďurica', 'Ďuricová'],
    ['Šimko', 'Šimková'],
    ['Žilka', 'Žilková'],
    ['Čierny', 'Čierna'],
    ['Biely', 'Biela'],
    ['Mráz', 'Mrázová'],
    ['Sokol', 'Sokolová'],
    ['Vrabec', 'Vrabcová'],
    ['Dubec', 'Dubcová'],
    ['Javor', 'Javorová'],
    ['Hruška', 'Hrušková'],
    ['Jablonský', 'Jablonská'],
    ['Potocký', 'Potocká'],
    ['Lesný', 'Lesná'],
    ['Zemko', 'Zemková'],
    ['Benko', 'Benková'],
    ['Fox', 'Foxová'],
    ['Ľupták', 'Ľuptáková'],
    ['Šťastný', 'Šťastná'],
    ['Holub', 'Holubová'],
    ['Kuchár', 'Kuchárová'],
    ['Mlynár', 'Mlynárová'],
    ['Pekár', 'Pekárová'],
    ['Tkáč', 'Tkáčová'],
    ['Bednár', 'Bednárová'],
    ['Sedlák', 'Sedláková'],
    ['Valach', 'Valachová'],
    ['Hámor', 'Hámorová'],
    ['Ťažký', 'Ťažká'],
    ['Ružička', 'Ružičková'],
  ],
};

const czech: Names = {
  men: ['Jiří', 'Petr', 'Václav', 'Ondřej'],
  women: ['Hana', 'Lenka', 'Tereza', 'Alena'],
  surnames: [
    ['Dvořák', 'Dvořáková'],
    ['Svoboda', 'Svobodová'],
    ['Kučera', 'Kučerová'],
    ['Řezníček', 'Řezníčková'],
  ],
};

const german: Names = {
  men: ['Thomas', 'Andreas', 'Stefan', 'Jürgen'],
  women: ['Sabine', 'Claudia', 'Katharina', 'Ulrike'],
  surnames: same('Gruber', 'Wagner', 'Müller', 'Steiner', 'Weiß', 'Vogel'),
};

const hungarian: Names = {
  men: ['László', 'Gábor', 'Zoltán'],
  women: ['Katalin', 'Erzsébet', 'Ágnes'],
  surnames: same('Kiss', 'Fekete', 'Szűcs', 'Balogh'),
};

const polish: Names = {
  men: ['Paweł', 'Tomasz', 'Krzysztof'],
  women: ['Agnieszka', 'Małgorzata', 'Joanna'],
  surnames: [
    ['Kowalski', 'Kowalska'],
    ['Wiśniewski', 'Wiśniewska'],
    ['Wójcik', 'Wójcik'],
  ],
};

export const NAMES_BY_COUNTRY = {
  SK: slovak,
  CZ: czech,
  AT: german,
  DE: german,
  HU: hungarian,
  PL: polish,
} as const;
