/**
 * Checklists that Vizitka brings along: what an account manager goes through before a contract is signed, around a
 * client as such, and before a meeting. A started checklist copies the items, so a later version may reword them freely; the
 * ids stay, because people start from them.
 */
import type { CHECKLIST_SUBJECTS, CONTRACT_TYPES } from '#shared/entities/contracts.ts';
import { MEETING_TEMPLATES } from '../meetings/built-in-templates.ts';
import type { MeetingType } from '../meetings/meeting-times.ts';

export interface InTwoLanguages {
  readonly sk: string;
  readonly en: string;
}

export interface BuiltInTemplate {
  /** `builtin:` and a name; never the id of a stored template, which is a UUID. */
  readonly id: `builtin:${string}`;
  readonly subject: (typeof CHECKLIST_SUBJECTS)[number];
  /** The type of contract it is made for; null fits every contract, or a client. */
  readonly contractType: (typeof CONTRACT_TYPES)[number] | null;
  /** The type of meeting that it prepares; null unless the subject is a meeting. */
  readonly meetingType: MeetingType | null;
  readonly name: InTwoLanguages;
  readonly items: readonly InTwoLanguages[];
}

function item(sk: string, en: string): InTwoLanguages {
  return { sk, en };
}

/** The last steps are the same whatever is signed. */
const SIGNING = [
  item(
    'Oprávnenie podpisujúcich overené (výpis z registra, plnomocenstvo)',
    'Authority of the signatories checked (register extract, power of attorney)',
  ),
  item('Konečné znenie potvrdené oboma stranami', 'Final wording confirmed by both sides'),
  item('Zmluva podpísaná oboma stranami', 'Contract signed by both sides'),
  item('Podpísané vyhotovenie odovzdané klientovi a uložené', 'Signed copy handed to the client and filed'),
  item('Posledný deň na výpoveď zapísaný', 'Last day for notice entered'),
];

const REFERRAL = item('Doložka o odporúčaní prerokovaná', 'Referral clause discussed');

type WithoutMeeting = Omit<BuiltInTemplate, 'meetingType'>;

const TEMPLATES: readonly WithoutMeeting[] = [
  {
    id: 'builtin:contract-closing',
    subject: 'contract',
    contractType: null,
    name: item('Uzatvorenie zmluvy', 'Closing a contract'),
    items: [
      item('Potreby klienta zhrnuté a odsúhlasené', 'Client’s needs summed up and agreed'),
      item(
        'Údaje zmluvných strán overené (názov, sídlo, IČO, DIČ)',
        'Details of the parties checked (name, seat, company ID, tax ID)',
      ),
      item('Návrh zmluvy odoslaný', 'Draft contract sent'),
      item('Pripomienky klienta prijaté', 'Client’s comments received'),
      item('Rozdiely v návrhu vysporiadané', 'Differences in the draft settled'),
      item('Cena a splatnosť schválené', 'Price and payment terms approved'),
      item(
        'Osobitné podmienky schválené tým, kto má právomoc',
        'Special terms approved by someone with authority',
      ),
      item('Trvanie, predĺženie a výpovedná lehota dohodnuté', 'Term, renewal and notice period agreed'),
      REFERRAL,
      item('Termín podpisu dohodnutý', 'Date of signing agreed'),
      ...SIGNING,
    ],
  },
  {
    id: 'builtin:contract-purchase',
    subject: 'contract',
    contractType: 'purchase',
    name: item('Uzatvorenie kúpnej zmluvy', 'Closing a purchase contract'),
    items: [
      item('Predmet kúpy, množstvo a vyhotovenie špecifikované', 'Goods, quantity and design specified'),
      item('Cenová ponuka prijatá klientom', 'Offer accepted by the client'),
      item(
        'Spoľahlivosť klienta overená (záväzky, register dlžníkov)',
        'Client’s reliability checked (liabilities, register of debtors)',
      ),
      item('Návrh zmluvy odoslaný', 'Draft contract sent'),
      item('Rozdiely v návrhu vysporiadané', 'Differences in the draft settled'),
      item('Cena, zľava a splatnosť schválené', 'Price, discount and payment terms approved'),
      item('Termín a miesto dodania dohodnuté', 'Date and place of delivery agreed'),
      item('Prechod vlastníctva a nebezpečenstva škody dohodnutý', 'Passing of title and risk agreed'),
      item('Záruka a postup pri reklamácii dohodnuté', 'Warranty and claims procedure agreed'),
      item('Sankcie za omeškanie dohodnuté', 'Penalties for delay agreed'),
      item('Dostupnosť tovaru potvrdená skladom', 'Availability confirmed by the warehouse'),
      REFERRAL,
      ...SIGNING,
    ],
  },
  {
    id: 'builtin:contract-framework',
    subject: 'contract',
    contractType: 'framework',
    name: item('Uzatvorenie rámcovej zmluvy', 'Closing a framework contract'),
    items: [
      item('Predpokladaný ročný odber dohodnutý', 'Expected annual volume agreed'),
      item('Návrh zmluvy odoslaný', 'Draft contract sent'),
      item('Rozdiely v návrhu vysporiadané', 'Differences in the draft settled'),
      item('Cenník a spôsob jeho zmeny dohodnuté', 'Price list and the way it changes agreed'),
      item('Zľavy a bonus za objem schválené', 'Discounts and volume bonus approved'),
      item('Splatnosť a úverový limit schválené', 'Payment terms and credit limit approved'),
      item('Postup objednávania a lehoty dodania dohodnuté', 'Ordering procedure and delivery times agreed'),
      item('Kontaktné osoby na oboch stranách určené', 'Contact persons named on both sides'),
      item('Záruka a postup pri reklamácii dohodnuté', 'Warranty and claims procedure agreed'),
      item('Trvanie, predĺženie a výpovedná lehota dohodnuté', 'Term, renewal and notice period agreed'),
      item('Termín prvého vyhodnotenia spolupráce dohodnutý', 'Date of the first review agreed'),
      REFERRAL,
      ...SIGNING,
    ],
  },
  {
    id: 'builtin:contract-service',
    subject: 'contract',
    contractType: 'service',
    name: item('Uzatvorenie zmluvy o poskytovaní služieb', 'Closing a service contract'),
    items: [
      item('Rozsah služieb a výstupy opísané', 'Scope and deliverables described'),
      item('Úroveň služby a reakčné časy dohodnuté', 'Service level and response times agreed'),
      item('Návrh zmluvy odoslaný', 'Draft contract sent'),
      item('Rozdiely v návrhu vysporiadané', 'Differences in the draft settled'),
      item('Odmena, fakturácia a splatnosť schválené', 'Fee, invoicing and payment terms approved'),
      item('Súčinnosť klienta dohodnutá', 'Client’s cooperation agreed'),
      item('Spracúvanie osobných údajov a mlčanlivosť ošetrené', 'Personal data and confidentiality covered'),
      item('Zodpovednosť za škodu a poistenie dohodnuté', 'Liability and insurance agreed'),
      item('Preberanie a pripomienkovanie výstupov dohodnuté', 'Acceptance of deliverables agreed'),
      item('Trvanie, predĺženie a výpovedná lehota dohodnuté', 'Term, renewal and notice period agreed'),
      item('Kapacita potvrdená realizačným oddelením', 'Capacity confirmed by the delivering department'),
      REFERRAL,
      ...SIGNING,
    ],
  },
  {
    id: 'builtin:contract-lease',
    subject: 'contract',
    contractType: 'lease',
    name: item('Uzatvorenie nájomnej zmluvy', 'Closing a lease'),
    items: [
      item('Predmet nájmu obhliadnutý s klientom', 'Leased property viewed with the client'),
      item(
        'Vlastnícke právo a ťarchy overené (list vlastníctva)',
        'Title and encumbrances checked (land register)',
      ),
      item('Účel nájmu a povolené úpravy dohodnuté', 'Purpose of the lease and permitted changes agreed'),
      item('Návrh zmluvy odoslaný', 'Draft contract sent'),
      item('Rozdiely v návrhu vysporiadané', 'Differences in the draft settled'),
      item('Nájomné, energie a ich zvyšovanie schválené', 'Rent, utilities and their indexation approved'),
      item('Kaucia dohodnutá a jej úhrada overená', 'Deposit agreed and its payment checked'),
      item('Poistenie a zodpovednosť za škodu dohodnuté', 'Insurance and liability for damage agreed'),
      item('Opravy a údržba rozdelené medzi strany', 'Repairs and maintenance divided between the parties'),
      item(
        'Doba nájmu, predĺženie a výpovedná lehota dohodnuté',
        'Lease term, renewal and notice period agreed',
      ),
      REFERRAL,
      ...SIGNING,
      item(
        'Odovzdávací protokol podpísaný, stav meračov zapísaný',
        'Hand-over record signed, meter readings entered',
      ),
    ],
  },
  {
    id: 'builtin:client-new',
    subject: 'client',
    contractType: null,
    name: item('Nový klient', 'New client'),
    items: [
      item('Názov, IČO a adresa overené v registri', 'Name, company ID and address checked in the register'),
      item('Spôsob získania klienta zapísaný', 'Source of the client entered'),
      item('Rozhodujúca osoba známa', 'Decision maker known'),
      item('Ďalšie kontaktné osoby a ich úlohy zapísané', 'Other contact persons and their roles entered'),
      item('Preferovaný spôsob komunikácie dohodnutý', 'Preferred way of communication agreed'),
      item('Potreby klienta zistené', 'Client’s needs identified'),
      item('Súčasný dodávateľ známy', 'Current supplier known'),
      item('Sortiment predstavený', 'Range presented'),
      item('Spoľahlivosť klienta posúdená', 'Client’s reliability assessed'),
      item('Ďalší krok s termínom dohodnutý', 'Next step with a date agreed'),
    ],
  },
  {
    id: 'builtin:client-signature-readiness',
    subject: 'client',
    contractType: null,
    name: item('Pripravenosť na podpis', 'Signature readiness'),
    items: [
      item('Rozhodujúca osoba súhlasí', 'Decision maker agrees'),
      item('Otvorené námietky vyriešené', 'Open objections resolved'),
      item('Návrh zmluvy prešiel právnym oddelením klienta', 'Draft contract passed the client’s lawyers'),
      item('Osobitné podmienky schválené u nás', 'Special terms approved on our side'),
      item('Rozpočet klienta potvrdený', 'Client’s budget confirmed'),
      item('Podpisujúci na oboch stranách známi', 'Signatories known on both sides'),
      item('Termín a miesto podpisu potvrdené', 'Date and place of signing confirmed'),
      item('Vyhotovenia a prílohy zmluvy vytlačené', 'Copies and annexes of the contract printed'),
    ],
  },
  {
    id: 'builtin:client-hand-over',
    subject: 'client',
    contractType: null,
    name: item('Odovzdanie klienta', 'Client hand-over'),
    items: [
      item('História vzťahu doplnená', 'Relationship history completed'),
      item(
        'Postoje a úlohy kontaktných osôb aktuálne',
        'Stances and roles of the contact persons up to date',
      ),
      item('Otvorené prísľuby prebrané s nástupcom', 'Open promises gone through with the successor'),
      item('Otvorené námietky prebrané s nástupcom', 'Open objections gone through with the successor'),
      item(
        'Platné zmluvy a posledné dni na výpoveď odovzdané',
        'Contracts in force and their notice deadlines handed over',
      ),
      item('Osobitné podmienky vysvetlené', 'Special terms explained'),
      item('Klient o zmene informovaný', 'Client told about the change'),
      item('Nástupca klientovi osobne predstavený', 'Successor introduced to the client in person'),
      item('Zodpovedný za klienta zmenený', 'Owner of the client changed'),
    ],
  },
];

export const BUILT_IN_TEMPLATES: readonly BuiltInTemplate[] = [
  ...TEMPLATES.map((template) => ({ ...template, meetingType: null })),
  ...MEETING_TEMPLATES.map((template) => ({ ...template, subject: 'meeting' as const, contractType: null })),
];
