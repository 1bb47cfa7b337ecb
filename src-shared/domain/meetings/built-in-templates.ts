/** What to prepare before a meeting of each type; they stand among the other built-in checklists. */
import type { InTwoLanguages } from '../contracts/built-in-templates.ts';
import type { MeetingType } from './meeting-times.ts';

interface MeetingTemplate {
  readonly id: `builtin:${string}`;
  readonly meetingType: MeetingType;
  readonly name: InTwoLanguages;
  readonly items: readonly InTwoLanguages[];
}

function item(sk: string, en: string): InTwoLanguages {
  return { sk, en };
}

/** Both sides must know where, when and who. */
const CONFIRMED = item(
  'Termín, miesto a účastníci potvrdení klientom',
  'Time, place and participants confirmed by the client',
);
const PROMISES = item('Otvorené prísľuby oboch strán prejdené', 'Open promises of both sides gone through');

export const MEETING_TEMPLATES: readonly MeetingTemplate[] = [
  {
    id: 'builtin:meeting-first-contact',
    meetingType: 'firstContact',
    name: item('Príprava na prvý kontakt', 'Preparing a first contact'),
    items: [
      item(
        'Čím sa klient zaoberá a koho zásobuje, zistené z webu a registra',
        'What the client does and for whom, looked up on the web and in the register',
      ),
      item('Rozhodujúca osoba a jej funkcia známe', 'Decision maker and position known'),
      item('Súčasný dodávateľ zistený', 'Current supplier found out'),
      item('Predstavenie našej firmy do dvoch minút pripravené', 'Two-minute introduction of our firm ready'),
      item('Otázky na potreby klienta pripravené', 'Questions about the client’s needs ready'),
      item('Vizitky, prospekty a vzorky zbalené', 'Business cards, brochures and samples packed'),
      CONFIRMED,
    ],
  },
  {
    id: 'builtin:meeting-needs',
    meetingType: 'needs',
    name: item('Príprava na zisťovanie potrieb', 'Preparing to identify needs'),
    items: [
      item('Doterajšie záznamy o klientovi prečítané', 'Earlier entries about the client read'),
      item(
        'Otázky zoradené od všeobecných ku konkrétnym',
        'Questions put in order from general to particular',
      ),
      item(
        'Odhad súčasnej spotreby a rozpočtu pripravený na overenie',
        'Estimate of present consumption and budget ready to be checked',
      ),
      item(
        'Kto potrebu má, kto platí a kto rozhoduje, rozlíšené',
        'Who has the need, who pays and who decides told apart',
      ),
      item(
        'Sortiment, ktorý klient ešte neodoberá, vybraný',
        'Range that the client does not buy yet chosen',
      ),
      PROMISES,
      CONFIRMED,
    ],
  },
  {
    id: 'builtin:meeting-presentation',
    meetingType: 'presentation',
    name: item('Príprava na predstavenie ponuky', 'Preparing a presentation'),
    items: [
      item(
        'Ponuka zostavená podľa potrieb, ktoré klient povedal',
        'Offer built on the needs that the client named',
      ),
      item('Prínos pre klienta vyjadrený číslom', 'Benefit to the client put into a figure'),
      item('Vzorky a ukážky vyskúšané', 'Samples and demonstrations tried out'),
      item(
        'Prezentácia vyskúšaná bez internetu, počítač nabitý',
        'Presentation tried out without the internet, laptop charged',
      ),
      item('Referencie z rovnakého odboru pripravené', 'References from the same trade ready'),
      item('Odpovede na očakávané námietky pripravené', 'Answers to expected objections ready'),
      item('Čas a technika na mieste dohodnuté', 'Time and equipment on site agreed'),
      CONFIRMED,
    ],
  },
  {
    id: 'builtin:meeting-negotiation',
    meetingType: 'negotiation',
    name: item('Príprava na rokovanie', 'Preparing a negotiation'),
    items: [
      item(
        'Cieľ, hranica a ústupky zapísané v pláne rokovania',
        'Aim, limit and concessions written into the negotiation plan',
      ),
      item(
        'Za každý ústupok premyslené, čo zaň žiadame',
        'What we ask in return thought out for each concession',
      ),
      item(
        'Právomoc na zľavy a osobitné podmienky overená',
        'Authority for discounts and special terms checked',
      ),
      item('Rozdiely v návrhu zmluvy prejdené', 'Differences in the draft contract gone through'),
      item('Postoje účastníkov a ich záujmy známe', 'Stances of the participants and their interests known'),
      item('Odpovede na očakávané námietky pripravené', 'Answers to expected objections ready'),
      item('Náhradné riešenie, ak sa nedohodneme, pripravené', 'Fallback ready if no agreement is reached'),
      CONFIRMED,
    ],
  },
  {
    id: 'builtin:meeting-closing',
    meetingType: 'closing',
    name: item('Príprava na uzatvorenie obchodu', 'Preparing to close'),
    items: [
      item('Konečné znenie zmluvy potvrdené oboma stranami', 'Final wording confirmed by both sides'),
      item('Otvorené námietky vyriešené', 'Open objections resolved'),
      item('Oprávnenie podpisujúcich overené', 'Authority of the signatories checked'),
      item('Vyhotovenia a prílohy vytlačené', 'Copies and annexes printed'),
      item('Doložka o odporúčaní pripravená na prerokovanie', 'Referral clause ready to be discussed'),
      item('Prvé dodanie a zodpovedné osoby navrhnuté', 'First delivery and persons in charge proposed'),
      CONFIRMED,
    ],
  },
  {
    id: 'builtin:meeting-complaint',
    meetingType: 'complaint',
    name: item('Príprava na riešenie sťažnosti', 'Preparing to settle a complaint'),
    items: [
      item(
        'Čo sa stalo, overené u nás s dátumami a dokladmi',
        'What happened checked on our side, with dates and evidence',
      ),
      item('Klient vie, že sa sťažnosťou zaoberáme', 'Client knows that we are dealing with the complaint'),
      item('Škoda klienta a naše možnosti nápravy známe', 'Client’s damage and our means of redress known'),
      item('Právomoc na náhradu alebo zľavu overená', 'Authority for compensation or a discount checked'),
      item('Opatrenie, termín a zodpovedný navrhnuté', 'Measure, deadline and person in charge proposed'),
      CONFIRMED,
    ],
  },
  {
    id: 'builtin:meeting-renewal',
    meetingType: 'renewal',
    name: item('Príprava na predĺženie zmluvy', 'Preparing a renewal'),
    items: [
      item(
        'Posledný deň na výpoveď a podmienky predĺženia overené',
        'Last day for notice and terms of renewal checked',
      ),
      item('Odbery a platby za celé obdobie zhrnuté', 'Purchases and payments of the whole term summed up'),
      item('Plnenie oboch strán vyhodnotené', 'Performance of both sides reviewed'),
      item('Ponuky konkurencie u klienta zistené', 'Competitors’ offers to the client found out'),
      item('Návrh nových podmienok schválený u nás', 'Proposal of new terms approved on our side'),
      PROMISES,
      CONFIRMED,
    ],
  },
  {
    id: 'builtin:meeting-review',
    meetingType: 'review',
    name: item('Príprava na vyhodnotenie spolupráce', 'Preparing a review of the cooperation'),
    items: [
      item('Odbery, včasnosť dodávok a reklamácie zhrnuté', 'Purchases, punctuality and claims summed up'),
      PROMISES,
      item('Spokojnosť používateľov u klienta zistená', 'Satisfaction of the client’s users found out'),
      item(
        'Nevyužitý potenciál a návrhy na ďalšie obdobie pripravené',
        'White space and proposals for the next period ready',
      ),
      item('Žiadosť o odporúčanie premyslená', 'Request for a referral thought out'),
      item(
        'Zmeny u klienta (ľudia, plány, rozpočet) zistené',
        'Changes at the client (people, plans, budget) found out',
      ),
      CONFIRMED,
    ],
  },
];
