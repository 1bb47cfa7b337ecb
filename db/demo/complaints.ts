/**
 * What clients held against the firm of the demo base, and what was answered. {rival} is a competitor, {of} and {for}
 * the product in the genitive and accusative, {few} a number.
 */
import type { OBJECTION_KINDS } from '#shared/entities/objections.ts';

export interface Complaint {
  readonly kind: (typeof OBJECTION_KINDS)[number];
  readonly text: string;
  /** From the weaker to the better answer. */
  readonly answers: readonly [string, string];
  readonly followUp: string;
}

export const COMPLAINTS: readonly Complaint[] = [
  {
    kind: 'price',
    text: '{rival} ponúka {for} o {few} % lacnejšie.',
    answers: [
      'Vysvetlil som, že v cene je doprava aj dopĺňanie skladu.',
      'Spočítal som náklady na jednu zabalenú paletu: pri našej spotrebe vychádzame lacnejšie napriek vyššej jednotkovej cene.',
    ],
    followUp: 'Poslať prepočet nákladov na paletu',
  },
  {
    kind: 'price',
    text: 'Na {for} tento rok nemajú rozpočet, cena im príde vysoká.',
    answers: [
      'Ponúkol som rozloženie odberov na dva polroky.',
      'Začali sme menším odberom a v prepočte som ukázal, za koľko mesiacov sa úspora vráti.',
    ],
    followUp: 'Vrátiť sa k rozpočtu po jeho schválení',
  },
  {
    kind: 'price',
    text: 'Žiadajú rovnakú zľavu, akú má sesterská firma s trojnásobným odberom.',
    answers: [
      'Zľavu viažeme na objem, vysvetlil som pásma.',
      'Navrhol som spoločný odber oboch firiem na jednu rámcovú zmluvu, zľava potom platí pre obe.',
    ],
    followUp: 'Pripraviť návrh spoločného odberu',
  },
  {
    kind: 'quality',
    text: 'Pri predošlej dodávke sa časť {of} poškodila, boja sa, že sa to zopakuje.',
    answers: [
      'Poslal som protokol o skúške pevnosti.',
      'Vymenili sme celú šaržu a na ďalších troch dodávkach som bol osobne pri preberaní.',
    ],
    followUp: 'Overiť kvalitu pri najbližšej dodávke',
  },
  {
    kind: 'quality',
    text: 'Potlač na vzorkách bola bledá, marketing ju neprijme.',
    answers: [
      'Vysvetlil som rozdiel medzi vzorkou a sériovou tlačou.',
      'Urobili sme nový nátlačok podľa ich vzorkovníka a schválili ho na mieste.',
    ],
    followUp: 'Poslať nový nátlačok',
  },
  {
    kind: 'delivery',
    text: 'Dodanie do piatich dní im nestačí, potrebujú {for} do druhého dňa.',
    answers: [
      'Ponúkol som expresnú dopravu za príplatok.',
      'Dohodli sme zásobu na ich sklade v našom vlastníctve, účtujeme až po odbere.',
    ],
    followUp: 'Pripraviť zmluvu o konsignačnom sklade',
  },
  {
    kind: 'delivery',
    text: 'Posledné dve dodávky meškali a nikto im nezavolal.',
    answers: [
      'Ospravedlnil som sa a vysvetlil výpadok dopravcu.',
      'Zmenili sme dopravcu a vodič im odvtedy volá hodinu pred príchodom.',
    ],
    followUp: 'Skontrolovať termíny ďalších troch dodávok',
  },
  {
    kind: 'terms',
    text: 'Trvajú na splatnosti 60 dní, inak vraj nemôžu podpísať.',
    answers: ['Ponúkol som 45 dní.', 'Dohodli sme 30 dní so skontom 2 %, finančné oddelenie to prijalo.'],
    followUp: 'Získať vyjadrenie finančného oddelenia',
  },
  {
    kind: 'terms',
    text: 'Prekáža im minimálny odber v zmluve.',
    answers: [
      'Minimálny odber sme znížili o tretinu.',
      'Minimálny odber sme nahradili ročným objemom s vyhodnotením po šiestich mesiacoch.',
    ],
    followUp: 'Upraviť článok o odbere',
  },
  {
    kind: 'terms',
    text: 'Nechcú pokutu za predčasné ukončenie zmluvy.',
    answers: [
      'Pokutu sme obmedzili na prvý rok.',
      'Namiesto pokuty platí kratšia výpovedná lehota a dobratie objednaného tovaru.',
    ],
    followUp: 'Poslať nové znenie článku',
  },
  {
    kind: 'service',
    text: 'Pri poruche baliaceho stroja čakali na technika {few} dní.',
    answers: [
      'Ponúkol som náhradný prístroj na čas opravy.',
      'V servisnej zmluve sme sa zaviazali k príchodu do 24 hodín, náhradný prístroj majú na sklade.',
    ],
    followUp: 'Overiť spokojnosť so servisom',
  },
  {
    kind: 'service',
    text: 'Objednávky chcú zadávať cez internet, nie e-mailom.',
    answers: [
      'Ukázal som objednávkový formulár.',
      'Zriadili sme im prístup do objednávkového portálu a zaškolili dve nákupkyne.',
    ],
    followUp: 'Zriadiť prístup do portálu',
  },
  {
    kind: 'trust',
    text: 'Nepoznajú nás, so zmenou dodávateľa majú zlú skúsenosť.',
    answers: [
      'Poslal som referencie.',
      'Zobral som ich k súčasnému klientovi v rovnakom odbore, po prehliadke súhlasili so skúškou.',
    ],
    followUp: 'Dohodnúť návštevu u referenčného klienta',
  },
  {
    kind: 'trust',
    text: 'Obávajú sa, že po podpise sa o nich nebude mať kto starať.',
    answers: [
      'Predstavil som im kolegyňu zo zákazníckeho servisu.',
      'Dohodli sme pevný deň hovoru raz za týždeň a spoločné vyhodnotenie po štvrťroku.',
    ],
    followUp: 'Zavolať v dohodnutý deň',
  },
  {
    kind: 'need',
    text: 'Tvrdia, že {for} nepotrebujú, balia po starom a stačí im to.',
    answers: [
      'Nechal som vzorky na vyskúšanie.',
      'Zmerali sme čas balenia na desiatich zásielkach: s naším riešením o tretinu kratší.',
    ],
    followUp: 'Vrátiť sa s výsledkom merania',
  },
  {
    kind: 'timing',
    text: 'Teraz nie, do konca sezóny nechcú nič meniť.',
    answers: [
      'Dohodol som si hovor po sezóne.',
      'Navrhol som skúšku na jednej linke mimo špičky, aby po sezóne mohli rozhodnúť hneď.',
    ],
    followUp: 'Ozvať sa po sezóne',
  },
  {
    kind: 'timing',
    text: 'Sťahujú sklad, výber dodávateľa odložili o štvrťrok.',
    answers: [
      'Poslal som pripomienku na dohodnutý termín.',
      'Ponúkol som obaly na samotné sťahovanie, tým sme sa stali ich dodávateľom hneď.',
    ],
    followUp: 'Zistiť termín sťahovania',
  },
  {
    kind: 'competitor',
    text: '{rival} im dáva {for} na skúšku zadarmo na celý mesiac.',
    answers: [
      'Ponúkol som skúšku na dva týždne.',
      'Ponúkol som porovnávaciu skúšku oboch riešení vedľa seba, vyhodnotila ju ich výroba.',
    ],
    followUp: 'Dohodnúť porovnávaciu skúšku',
  },
  {
    kind: 'competitor',
    text: 'S firmou {rival} sú zmluvne viazaní do konca roka.',
    answers: [
      'Zapísal som si koniec zmluvy.',
      'Dohodli sme dodávky {of} mimo rozsahu tej zmluvy, o zvyšku budeme rokovať pred jej koncom.',
    ],
    followUp: 'Ozvať sa pred koncom ich zmluvy',
  },
  {
    kind: 'other',
    text: 'Chýba im doklad o recyklovateľnosti {of}, pýta si ho ich odberateľ.',
    answers: [
      'Sľúbil som preveriť u výrobcu.',
      'Dodali sme vyhlásenie výrobcu aj podiel recyklátu, odberateľ ho prijal.',
    ],
    followUp: 'Doručiť vyhlásenie výrobcu',
  },
];
