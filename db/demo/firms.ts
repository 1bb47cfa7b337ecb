/**
 * The firms of the demo base. All are invented: their names come from fairy tales, their addresses on the network end
 * in `.example` (RFC 2606), and their company IDs stand in a range that no register has reached.
 */
import type { CLIENT_STATUSES, TIERS } from '#shared/entities/clients.ts';

export interface Town {
  readonly town: string;
  readonly postcode: string;
  readonly country: 'SK' | 'CZ' | 'AT' | 'HU' | 'PL' | 'DE';
  readonly territory: string;
}

export interface Firm {
  readonly name: string;
  readonly legalForm: string;
  /** First label of the firm's invented domain. */
  readonly domain: string;
  readonly street: string;
  readonly place: Town;
  readonly segment: string;
  readonly tier: (typeof TIERS)[number] | null;
  readonly status: (typeof CLIENT_STATUSES)[number];
  readonly source: string;
}

const SRO = 's. r. o.';
const AS = 'a. s.';

/** Postcode and town, country, territory. */
const PLACES = {
  ba: ['811 02', 'Bratislava', 'SK', 'Bratislava'],
  ruzinov: ['821 09', 'Bratislava', 'SK', 'Bratislava'],
  pezinok: ['902 01', 'Pezinok', 'SK', 'Bratislava'],
  senec: ['903 01', 'Senec', 'SK', 'Bratislava'],
  malacky: ['901 01', 'Malacky', 'SK', 'Bratislava'],
  trnava: ['917 01', 'Trnava', 'SK', 'Západ'],
  nitra: ['949 01', 'Nitra', 'SK', 'Západ'],
  senica: ['905 01', 'Senica', 'SK', 'Západ'],
  skalica: ['909 01', 'Skalica', 'SK', 'Západ'],
  piestany: ['921 01', 'Piešťany', 'SK', 'Západ'],
  streda: ['929 01', 'Dunajská Streda', 'SK', 'Západ'],
  komarno: ['945 01', 'Komárno', 'SK', 'Západ'],
  sala: ['927 01', 'Šaľa', 'SK', 'Západ'],
  zamky: ['940 02', 'Nové Zámky', 'SK', 'Západ'],
  levice: ['934 01', 'Levice', 'SK', 'Západ'],
  topolcany: ['955 01', 'Topoľčany', 'SK', 'Západ'],
  trencin: ['911 01', 'Trenčín', 'SK', 'Západ'],
  nove: ['915 01', 'Nové Mesto nad Váhom', 'SK', 'Západ'],
  puchov: ['020 01', 'Púchov', 'SK', 'Západ'],
  rovne: ['020 61', 'Lednické Rovne', 'SK', 'Západ'],
  partizanske: ['958 01', 'Partizánske', 'SK', 'Západ'],
  prievidza: ['971 01', 'Prievidza', 'SK', 'Stred'],
  zilina: ['010 01', 'Žilina', 'SK', 'Stred'],
  martin: ['036 01', 'Martin', 'SK', 'Stred'],
  ruzomberok: ['034 01', 'Ružomberok', 'SK', 'Stred'],
  mikulas: ['031 01', 'Liptovský Mikuláš', 'SK', 'Stred'],
  terchova: ['013 06', 'Terchová', 'SK', 'Stred'],
  bystrica: ['974 01', 'Banská Bystrica', 'SK', 'Stred'],
  zvolen: ['960 01', 'Zvolen', 'SK', 'Stred'],
  ziar: ['965 01', 'Žiar nad Hronom', 'SK', 'Stred'],
  kremnica: ['967 01', 'Kremnica', 'SK', 'Stred'],
  stiavnica: ['969 01', 'Banská Štiavnica', 'SK', 'Stred'],
  brezno: ['977 01', 'Brezno', 'SK', 'Stred'],
  detva: ['962 12', 'Detva', 'SK', 'Stred'],
  lucenec: ['984 01', 'Lučenec', 'SK', 'Stred'],
  sliac: ['962 31', 'Sliač', 'SK', 'Stred'],
  poprad: ['058 01', 'Poprad', 'SK', 'Východ'],
  levoca: ['054 01', 'Levoča', 'SK', 'Východ'],
  spisska: ['052 01', 'Spišská Nová Ves', 'SK', 'Východ'],
  presov: ['080 01', 'Prešov', 'SK', 'Východ'],
  bardejov: ['085 01', 'Bardejov', 'SK', 'Východ'],
  kosice: ['040 01', 'Košice', 'SK', 'Východ'],
  michalovce: ['071 01', 'Michalovce', 'SK', 'Východ'],
  humenne: ['066 01', 'Humenné', 'SK', 'Východ'],
  pardubice: ['530 02', 'Pardubice', 'CZ', 'Zahraničie'],
  brno: ['602 00', 'Brno', 'CZ', 'Zahraničie'],
  wien: ['1030', 'Wien', 'AT', 'Zahraničie'],
  graz: ['8010', 'Graz', 'AT', 'Zahraničie'],
  gyor: ['9021', 'Győr', 'HU', 'Zahraničie'],
  katowice: ['40-001', 'Katowice', 'PL', 'Zahraničie'],
  leipzig: ['04103', 'Leipzig', 'DE', 'Zahraničie'],
} as const satisfies Record<string, readonly [string, string, Town['country'], string]>;

type Row = readonly [
  name: string,
  legalForm: string,
  domain: string,
  place: keyof typeof PLACES,
  street: string,
  segment: string,
  tier: Firm['tier'],
  status: Firm['status'],
  source: string,
];

const FAIR = 'veľtrh';
const REFERRAL = 'odporúčanie';
const WEB = 'web';
const CALL = 'telefonické oslovenie';
const MAILING = 'kampaň';

// biome-ignore format: a table is read by its rows
const ROWS: readonly Row[] = [
  ['Miesiželezo zlievareň, a. s.', AS, 'miesizelezo', 'ziar', 'Priemyselná 12', 'strojárstvo', 'key', 'active', FAIR],
  ['Perinbaba textil, a. s.', AS, 'perinbaba-textil', 'ruzomberok', 'Bystrická cesta 8', 'textil', 'key', 'active', REFERRAL],
  ['Zlatá rybka mraziarne, a. s.', AS, 'zlata-rybka', 'komarno', 'Prístavná 3', 'potravinárstvo', 'key', 'active', CALL],
  ['Fox a syn, s. r. o.', SRO, 'foxasyn', 'ruzinov', 'Trenčianska 47', 'internetový predaj', 'key', 'active', WEB],
  ['Horský duch minerálne vody, a. s.', AS, 'horsky-duch', 'sliac', 'Kúpeľná 1', 'nápoje', 'key', 'active', FAIR],
  ['Lietajúci koberec doručenie, s. r. o.', SRO, 'lietajuci-koberec', 'senec', 'Diaľničná cesta 18', 'logistika', 'key', 'active', REFERRAL],
  ['Lomidrevo píla, s. r. o.', SRO, 'lomidrevo', 'zvolen', 'Lučenecká cesta 21', 'drevo a nábytok', 'a', 'active', FAIR],
  ['Soľ nad zlato, s. r. o.', SRO, 'solnadzlato', 'presov', 'Solivarská 64', 'potravinárstvo', 'a', 'active', CALL],
  ['Mahuliena nábytok, s. r. o.', SRO, 'mahuliena', 'topolcany', 'Streďanská 9', 'drevo a nábytok', 'a', 'active', REFERRAL],
  ['Zlatovláska kozmetika, s. r. o.', SRO, 'zlatovlaska', 'senica', 'Hviezdoslavova 30', 'chémia a kozmetika', 'a', 'active', WEB],
  ['Popolvár doprava, s. r. o.', SRO, 'popolvar', 'nitra', 'Novozámocká 102', 'logistika', 'a', 'active', FAIR],
  ['Krištáľová hora sklo, a. s.', AS, 'kristalova-hora', 'rovne', 'Súhradka 5', 'sklo a keramika', 'a', 'active', REFERRAL],
  ['Čarovný prútik automatizácia, s. r. o.', SRO, 'carovny-prutik', 'zilina', 'Kamenná 16', 'strojárstvo', 'a', 'active', FAIR],
  ['Soľný kameň chémia, a. s.', AS, 'solny-kamen', 'sala', 'Diakovská 7', 'chémia a kozmetika', 'a', 'active', CALL],
  ['Havran a spol., s. r. o.', SRO, 'havran-spol', 'puchov', 'Trenčianska 20', 'strojárstvo', 'a', 'active', MAILING],
  ['Zlatá priadka, a. s.', AS, 'zlata-priadka', 'humenne', 'Chemlonská 1', 'textil', 'a', 'active', FAIR],
  ['Tri groše veľkoobchod, s. r. o.', SRO, 'trigrose', 'levice', 'Turecký rad 4', 'veľkoobchod', 'a', 'active', WEB],
  ['Radodajka lekárne, s. r. o.', SRO, 'radodajka', 'kosice', 'Hlavná 71', 'zdravotníctvo', 'a', 'active', REFERRAL],
  ['Papierový drak tlačiareň, s. r. o.', SRO, 'papierovy-drak', 'ba', 'Račianska 22', 'tlač', 'a', 'prospect', FAIR],
  ['Živá voda, a. s.', AS, 'ziva-voda', 'bardejov', 'Kúpeľná 14', 'nápoje', 'a', 'prospect', CALL],
  ['Valibuk stavby, s. r. o.', SRO, 'valibuk', 'trencin', 'Zlatovská 33', 'stavebníctvo', 'b', 'active', CALL],
  ['Trojruža, s. r. o.', SRO, 'trojruza', 'kosice', 'Južná trieda 48', 'chémia a kozmetika', 'b', 'active', WEB],
  ['Drevený kocúr hračky, s. r. o.', SRO, 'dreveny-kocur', 'martin', 'Kollárova 73', 'hračky', 'b', 'active', FAIR],
  ['Medovníkový domček, s. r. o.', SRO, 'medovnikovy-domcek', 'pezinok', 'Holubyho 28', 'potravinárstvo', 'b', 'active', WEB],
  ['Hrnček, var!, s. r. o.', SRO, 'hrncekvar', 'streda', 'Galantská cesta 15', 'potravinárstvo', 'b', 'active', REFERRAL],
  ['Dlhý, Široký a Bystrozraký, v. o. s.', 'v. o. s.', 'dsb', 'ba', 'Vajnorská 100', 'logistika', 'b', 'active', CALL],
  ['Sedemmíľové čižmy, s. r. o.', SRO, 'sedemmilove-cizmy', 'partizanske', 'Nitrianska 11', 'textil', 'b', 'active', FAIR],
  ['Dvanásť mesačkov záhrady, s. r. o.', SRO, 'dvanast-mesackov', 'piestany', 'Vrbovská cesta 39', 'internetový predaj', 'b', 'active', WEB],
  ['Maruška a Holena, s. r. o.', SRO, 'maruska-holena', 'mikulas', 'Štúrova 17', 'internetový predaj', 'b', 'active', WEB],
  ['Vodník a dcéry, s. r. o.', SRO, 'vodnik-dcery', 'trnava', 'Kapitulská 6', 'nápoje', 'b', 'active', REFERRAL],
  ['Strieborný ježko elektro, s. r. o.', SRO, 'strieborny-jezko', 'nove', 'Piešťanská 68', 'elektro', 'b', 'active', FAIR],
  ['Svetlonos osvetlenie, s. r. o.', SRO, 'svetlonos', 'trnava', 'Zavarská 10', 'elektro', 'b', 'active', MAILING],
  ['Permoník náradie, s. r. o.', SRO, 'permonik', 'stiavnica', 'Kammerhofská 24', 'strojárstvo', 'b', 'active', CALL],
  ['Lesná víla pekárne, s. r. o.', SRO, 'lesna-vila', 'brezno', 'Rázusova 2', 'potravinárstvo', 'b', 'active', REFERRAL],
  ['Zlaté jablko, družstvo', 'družstvo', 'zlate-jablko', 'zamky', 'Andovská 19', 'potravinárstvo', 'b', 'active', CALL],
  ['Skalný zámok hotely, a. s.', AS, 'skalny-zamok', 'poprad', 'Štefánikova 52', 'hotely a gastro', 'b', 'prospect', MAILING],
  ['Kráľ času hodinárstvo, s. r. o.', SRO, 'kral-casu', 'bystrica', 'Dolná 31', 'internetový predaj', 'b', 'prospect', WEB],
  ['Snehová vločka mraziarne, s. r. o.', SRO, 'snehova-vlocka', 'spisska', 'Duklianska 44', 'potravinárstvo', 'b', 'prospect', FAIR],
  ['Kúzelný mlynček pražiareň, s. r. o.', SRO, 'kuzelny-mlyncek', 'bystrica', 'Horná 8', 'nápoje', 'b', 'prospect', REFERRAL],
  ['Bystrá líška, s. r. o.', SRO, 'bystra-liska', 'michalovce', 'Partizánska 26', 'veľkoobchod', 'b', 'dormant', CALL],
  ['Traja zhavranení bratia, s. r. o.', SRO, 'zhavraneni', 'levoca', 'Košická 3', 'drevo a nábytok', 'b', 'dormant', FAIR],
  ['Škriatok hračky, s. r. o.', SRO, 'skriatok', 'prievidza', 'Bojnická cesta 13', 'hračky', 'c', 'active', WEB],
  ['Bylinkárka Uľa, s. r. o.', SRO, 'bylinkarka', 'terchova', 'Vrátňanská 90', 'chémia a kozmetika', 'c', 'active', WEB],
  ['Jánošíkov opasok remeslá, s. r. o.', SRO, 'janosikov-opasok', 'terchova', 'Hlavná 141', 'textil', 'c', 'active', WEB],
  ['Zázračná píšťalka, s. r. o.', SRO, 'zazracna-pistalka', 'kremnica', 'Dolná 42', 'hudobné nástroje', 'c', 'active', REFERRAL],
  ['Eva Šípová – Ruženka kvety', 'živnosť', 'ruzenka-kvety', 'skalica', 'Potočná 5', 'kvety', 'c', 'active', WEB],
  ['Ján Remeň – kováčska dielňa', 'živnosť', 'kovac-remen', 'detva', 'Záhradná 20', 'strojárstvo', 'c', 'active', REFERRAL],
  ['Žabí princ akvaristika, s. r. o.', SRO, 'zabi-princ', 'malacky', 'Radlinského 37', 'internetový predaj', 'c', 'prospect', WEB],
  ['Ovčia stráž, družstvo', 'družstvo', 'ovcia-straz', 'detva', 'Podpolianska 11', 'potravinárstvo', 'c', 'prospect', CALL],
  ['Kocúr v čižmách, s. r. o.', SRO, 'kocur-v-cizmach', 'bardejov', 'Dlhý rad 16', 'textil', 'c', 'prospect', MAILING],
  ['Stolček, prestri sa, s. r. o.', SRO, 'stolcek', 'lucenec', 'Masarykova 12', 'hotely a gastro', 'c', 'dormant', REFERRAL],
  ['Deravé vedro, s. r. o.', SRO, 'derave-vedro', 'sala', 'Hlavná 55', 'stavebníctvo', 'c', 'former', CALL],
  ['Cisárove nové šaty, s. r. o.', SRO, 'cisarove-saty', 'ba', 'Obchodná 35', 'textil', 'c', 'former', FAIR],
  ['Perníková chaloupka s.r.o.', 's.r.o.', 'pernikova-chaloupka', 'pardubice', 'Dašická 14', 'potravinárstvo', 'a', 'active', FAIR],
  ['Zlatý kolovrat s.r.o.', 's.r.o.', 'zlaty-kolovrat', 'brno', 'Křenová 61', 'textil', 'b', 'active', REFERRAL],
  ['Holle Daunen GmbH', 'GmbH', 'holle-daunen', 'wien', 'Erdbergstraße 40', 'textil', 'b', 'active', FAIR],
  ['Rumpelstilz Logistik GmbH', 'GmbH', 'rumpelstilz', 'graz', 'Conrad-von-Hötzendorf-Straße 12', 'logistika', 'c', 'prospect', FAIR],
  ['Aranyalma Kft.', 'Kft.', 'aranyalma', 'gyor', 'Kodály Zoltán utca 9', 'potravinárstvo', 'b', 'active', CALL],
  ['Złota Kaczka sp. z o.o.', 'sp. z o.o.', 'zlota-kaczka', 'katowice', 'Chorzowska 50', 'potravinárstvo', 'c', 'prospect', MAILING],
  ['Sieben Schwaben Handel GmbH', 'GmbH', 'sieben-schwaben', 'leipzig', 'Prager Straße 27', 'veľkoobchod', 'c', 'active', FAIR],
];

export const FIRMS: readonly Firm[] = ROWS.map(
  ([name, legalForm, domain, place, street, segment, tier, status, source]) => {
    const [postcode, town, country, territory] = PLACES[place];
    return {
      name,
      legalForm,
      domain,
      street,
      place: { town, postcode, country, territory },
      segment,
      tier,
      status,
      source,
    };
  },
);
