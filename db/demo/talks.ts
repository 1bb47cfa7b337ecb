/**
 * What the manager wrote after a visit or a call, by the stage of the relationship. Marks in braces are filled in:
 * {who} "pán Kováč", {Who} at the start of a sentence, {of} and {for} the product in the genitive and accusative,
 * {unit} what it is counted in, {many} and {few} numbers.
 */
import type { INTERACTION_KINDS } from '#shared/entities/meetings.ts';

export type Stage = 'first' | 'offer' | 'trial' | 'terms' | 'care' | 'trouble' | 'end';

export interface Talk {
  readonly kind: (typeof INTERACTION_KINDS)[number];
  readonly text: string;
  /** The next step, and in how many days. */
  readonly next?: readonly [text: string, days: number];
}

const first: readonly Talk[] = [
  {
    kind: 'call',
    text: 'Prvý hovor. {Who} má na starosti nákup obalov, súčasný dodávateľ im vraj mešká s dodávkami. Poslal som krátke predstavenie firmy.',
    next: ['Zavolať, či predstavenie dorazilo', 7],
  },
  {
    kind: 'visit',
    text: 'Zoznámili sme sa na veľtrhu, pri stánku sa zdržali asi dvadsať minút. Zaujímala ich najmä naša ponuka na {for}. Vizitku mám, dohodli sme sa na stretnutí u nich.',
    next: ['Dohodnúť termín návštevy', 5],
  },
  {
    kind: 'email',
    text: 'Odpovedal som na dopyt z webu: hľadajú dodávateľa na {for}, ročne asi {many} {unit}. Poslal som otázky k rozmerom a balenie vzoriek.',
    next: ['Overiť, či vzorky prišli', 6],
  },
  {
    kind: 'visit',
    text: 'Prvá návšteva, pozreli sme si sklad aj expedíciu. Balia ručne, na jednej zmene {few} ľudí. Vidím priestor na úsporu pri nákupe {of}.',
    next: ['Pripraviť prepočet úspory', 10],
  },
  {
    kind: 'meeting',
    text: 'Úvodné stretnutie s vedením. Chcú mať na obaly jedného dodávateľa namiesto troch. {Who} žiada referencie z podobnej prevádzky.',
    next: ['Poslať dve referencie', 4],
  },
  {
    kind: 'note',
    text: 'Podľa obchodného registra majú nového konateľa. Pred ďalším hovorom zistiť, kto teraz rozhoduje o nákupe.',
  },
];

const offer: readonly Talk[] = [
  {
    kind: 'email',
    text: 'Odoslaná ponuka na {for}: {many} {unit} ročne, dodanie do piatich dní, splatnosť 30 dní. Ponuka platí do konca mesiaca.',
    next: ['Zavolať k ponuke', 5],
  },
  {
    kind: 'call',
    text: '{Who} predloží ponuku vedeniu zajtra, pýta sa na menšie odbery a na cenu za {many} {unit}. Prepočítam to.',
    next: ['Poslať prepočítanú ponuku', 3],
  },
  {
    kind: 'meeting',
    text: 'Prešli sme ponuku riadok po riadku. Za {for} žiadame o {few} % viac než dnešný dodávateľ, v ostatnom sme lacnejší. Rozhodne celková cena za rok.',
    next: ['Pripraviť porovnanie ročných nákladov', 7],
  },
  {
    kind: 'call',
    text: 'Volal som k ponuke. Ešte ju porovnávajú, konkurencia im vraj sľúbila odpoveď do piatka. Cenu {of} považujú za prijateľnú.',
    next: ['Zistiť, ako rozhodli', 8],
  },
  {
    kind: 'email',
    text: 'Poslal som technické listy a vyhlásenia o zhode k ponuke na {for}. Potvrdili prijatie, postupujú ich oddeleniu kvality.',
    next: ['Overiť stanovisko oddelenia kvality', 10],
  },
  {
    kind: 'chat',
    text: '{Who} sa pýta, do koľkých dní vieme dodať {for}. Odpísal som, že do piatich pracovných dní, prvých {many} {unit} aj skôr.',
  },
];

const trial: readonly Talk[] = [
  {
    kind: 'visit',
    text: 'Skúška {of} priamo na linke. Na {few} paletách bez problémov, obsluha si pochvaľuje menej prestojov. Vyhodnotenie dostanem písomne.',
    next: ['Vyžiadať vyhodnotenie skúšky', 9],
  },
  {
    kind: 'call',
    text: 'Vzorky {of} vyskúšali, výsledok je dobrý, len balenie chcú po menších kusoch. {Who} súhlasí s druhou skúškou na budúci týždeň.',
    next: ['Doviezť upravené vzorky', 7],
  },
  {
    kind: 'visit',
    text: 'Doviezol som vzorky a ukázal obsluhe, ako s nimi pracovať. Majster zmeny je za, nákup čaká na čísla o spotrebe.',
    next: ['Spočítať spotrebu zo skúšky', 6],
  },
  {
    kind: 'meeting',
    text: 'Vyhodnotenie skúšky {of}: materiálu sa minulo o {few} % menej, reklamácie žiadne. Dohodli sme sa, že pripravíme návrh zmluvy.',
    next: ['Poslať návrh zmluvy', 5],
  },
];

const terms: readonly Talk[] = [
  {
    kind: 'meeting',
    text: 'Rokovanie o zmluve. Prijali ceny aj lehoty dodania, sporná ostala splatnosť: chcú 60 dní, my ponúkame 30. {Who} preverí 45 dní s finančným oddelením.',
    next: ['Dohodnúť splatnosť', 4],
  },
  {
    kind: 'email',
    text: 'Poslali pripomienky k návrhu zmluvy, spolu {few} bodov. Podstatné sú dva: pokuta za omeškanie a výpovedná lehota.',
    next: ['Prejsť pripomienky s právnikom', 3],
  },
  {
    kind: 'call',
    text: 'Výpovednú lehotu akceptujú tri mesiace, ak im ponecháme cenu {of} do konca roka. Beriem to na schválenie.',
    next: ['Získať schválenie ceny', 2],
  },
  {
    kind: 'post',
    text: 'Dve podpísané vyhotovenia zmluvy odoslané poštou na adresu sídla, do vlastných rúk konateľa.',
    next: ['Overiť, či sa podpísaná zmluva vrátila', 8],
  },
  {
    kind: 'meeting',
    text: 'Podpis zmluvy u klienta. Prvá objednávka má prísť do dvoch týždňov, {many} {unit}. Spomenul som aj odporúčanie sesterskej firme, sú naklonení.',
    next: ['Pripraviť dodávku na prvú objednávku', 10],
  },
];

const care: readonly Talk[] = [
  {
    kind: 'post',
    text: 'Poštou odišiel vzorkovník na nový rok a ručne písané poďakovanie za spoluprácu, do rúk vedúceho nákupu.',
  },
  {
    kind: 'call',
    text: 'Pravidelný hovor. S dodávkami {of} sú spokojní, ďalšiu objednávku chcú posunúť o týždeň skôr, blíži sa im sezóna.',
    next: ['Preveriť kapacitu skladu', 3],
  },
  {
    kind: 'visit',
    text: 'Návšteva na sklade. Zásoba {of} im vydrží asi na {few} dní, dohodli sme automatické dopĺňanie raz za dva týždne.',
    next: ['Nastaviť pravidelné dodávky', 6],
  },
  {
    kind: 'call',
    text: 'Objednávka na {many} {unit} potvrdená, dodanie v utorok ráno. {Who} prosí zavolať vodičovi, rampa je voľná len do desiatej.',
  },
  {
    kind: 'email',
    text: 'Poslal som prehľad odberov za štvrťrok. Odber {of} stúpol o {few} %, blížia sa k hranici pre vyšší bonus.',
    next: ['Pripraviť podklad k bonusu', 12],
  },
  {
    kind: 'meeting',
    text: 'Polročné vyhodnotenie spolupráce. Dodávky načas, jedna reklamácia vybavená. Chcú sa stretávať každý štvrťrok a prizvať aj výrobu.',
    next: ['Naplánovať ďalšie vyhodnotenie', 21],
  },
  {
    kind: 'call',
    text: 'Pýtajú sa na {for}, doteraz brali inde. Odporučil som začať skúšobnou dodávkou, {few} {unit}.',
    next: ['Poslať ponuku na skúšobnú dodávku', 4],
  },
  {
    kind: 'visit',
    text: 'Zastavil som sa cestou. {Who} je na dovolenke, hovoril som s vedúcim zmeny: nový sklad otvárajú na jar, budú potrebovať viac {of}.',
    next: ['Zavolať po dovolenke', 9],
  },
  {
    kind: 'chat',
    text: 'Rýchla správa: došli im zásoby {of} skôr, než čakali. Dohodol som mimoriadny závoz na zajtra.',
  },
  {
    kind: 'note',
    text: 'Nezabudnúť: {who} si potrpí na podklady na jednu stranu a s číslami. Pri ďalšom stretnutí začať úsporou, nie technikou.',
  },
  {
    kind: 'email',
    text: 'Upozornil som na zmenu cenníka od budúceho mesiaca, pri {of} sa cena nemení. Poďakovali, že to vedia vopred.',
  },
  {
    kind: 'call',
    text: 'Volali sami: odporučili nás susednej firme. Poďakoval som a dohodol si kontakt. Zároveň objednali {many} {unit}.',
    next: ['Ozvať sa odporúčanej firme', 3],
  },
  {
    kind: 'visit',
    text: 'Školenie obsluhy, prišlo {few} ľudí z oboch zmien. Ukázal som, kde sa dá ušetriť na spotrebe {of} bez straty pevnosti balenia.',
  },
  {
    kind: 'meeting',
    text: 'Stretnutie k rozpočtu na budúci rok. Počítajú s rastom, na {for} vyčlenili viac než vlani. Žiadajú pevnú cenu na dvanásť mesiacov.',
    next: ['Pripraviť návrh pevnej ceny', 10],
  },
  {
    kind: 'fax',
    text: 'Objednávka prišla faxom, ich systém má výpadok. Prepísal som ju a poslal potvrdenie e-mailom: {many} {unit}.',
  },
];

const trouble: readonly Talk[] = [
  {
    kind: 'call',
    text: 'Sťažnosť: posledná dodávka {of} prišla o dva dni neskôr a linka stála. Ospravedlnil som sa, zisťujem príčinu u dopravcu.',
    next: ['Zavolať s vysvetlením', 1],
  },
  {
    kind: 'email',
    text: 'Reklamujú {few} {unit}, poškodené pri preprave. Fotky priložili. Potvrdil som prevzatie reklamácie, náhradu posielame zajtra.',
    next: ['Overiť doručenie náhrady', 3],
  },
  {
    kind: 'visit',
    text: 'Bol som osobne kvôli reklamácii. Ukázali mi palety, chyba je na našej strane. Dohodli sme náhradu a zľavu na ďalšiu objednávku.',
    next: ['Schváliť zľavu', 2],
  },
  {
    kind: 'call',
    text: 'Faktúra je dva týždne po splatnosti. {Who} sľubuje úhradu do piatku, vraj čakali na opravenú prílohu.',
    next: ['Skontrolovať úhradu', 5],
  },
];

const end: readonly Talk[] = [
  {
    kind: 'call',
    text: 'Odbery sa zastavili. Hovoria, že majú plný sklad a výrobu obmedzili. Vrátiť sa k tomu máme po novom roku.',
    next: ['Ozvať sa po novom roku', 60],
  },
  {
    kind: 'email',
    text: 'Oznámili, že zmluvu už nepredĺžia, materská firma nakupuje centrálne. Poďakoval som za spoluprácu a požiadal o kontakt na centrálu.',
  },
  {
    kind: 'call',
    text: 'Nový vedúci nákupu si priviedol vlastného dodávateľa. Dvere nechal otvorené, ak by ten nestíhal v sezóne.',
    next: ['Ozvať sa pred sezónou', 90],
  },
];

export const TALKS: Readonly<Record<Stage, readonly Talk[]>> = {
  first,
  offer,
  trial,
  terms,
  care,
  trouble,
  end,
};

/** The way of a relationship, by the status of the client: which stages follow each other. */
export const COURSES = {
  prospect: ['first', 'first', 'offer', 'trial', 'offer', 'terms'],
  active: [
    'care',
    'trouble',
    'care',
    'offer',
    'care',
    'care',
    'trial',
    'care',
    'care',
    'terms',
    'care',
    'care',
  ],
  dormant: ['care', 'trouble', 'end'],
  former: ['care', 'trouble', 'end'],
} as const satisfies Record<string, readonly Stage[]>;
