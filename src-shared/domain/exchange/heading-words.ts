/**
 * The words that headings of address books, CRM and accounting programs are made of, in Slovak, Czech, German and
 * English, folded. A word stands for a noun (what the column holds) or for a qualifier (whose, which one).
 *
 * A phrase of several words is written with spaces and is tried before its single words. A word that ends with `*`
 * matches every word that begins so, which takes in the Slovak and Czech endings.
 */

export type Noun =
  | 'name'
  | 'fullName'
  | 'firstName'
  | 'middleName'
  | 'lastName'
  | 'prefix'
  | 'title'
  | 'degree'
  | 'suffix'
  | 'jobTitle'
  | 'department'
  | 'email'
  | 'phone'
  | 'mobile'
  | 'fax'
  | 'web'
  | 'address'
  | 'street'
  | 'houseNumber'
  | 'postcode'
  | 'town'
  | 'country'
  | 'ico'
  | 'dic'
  | 'icDph'
  | 'legalForm'
  | 'notes'
  | 'language'
  | 'channel'
  | 'source'
  | 'status'
  | 'tier'
  | 'segment'
  | 'territory'
  | 'role'
  | 'stance'
  | 'terms'
  | 'endedOn'
  | 'kind'
  | 'value'
  | 'nothing';

export type Qualifier =
  | 'work'
  | 'home'
  | 'other'
  | 'billing'
  | 'delivery'
  | 'company'
  | 'person'
  | 'first'
  | 'again';

const NOUN_WORDS: Record<Noun, string> = {
  // What Vizitka has no place for, or what only looks like something else, is named first.
  nothing:
    'kundennummer|kundennr|lieferantennummer|debitor*|kreditor*|customer number|customer no|client number|client no|yomi|phonetic|nickname|nick name|prezyvka|prezdivka|spitzname|initials|inicial*|short name|maiden name|birthday|birthdate|birth date|birth*|geburts*|' +
    'narod*|datum*|date|dates|created|modified|updated|gender|sex|pohlavie|pohlavi|geschlecht|photo|foto|avatar|picture|image|obrazok|' +
    'assistant|assistants|asistent*|assistent|manager|managers|manazer*|spouse|manzel*|partner name|children|deti|kinder|hobby|hobbies|' +
    'anniversary|vyrocie|vyroci|jahrestag|mileage|sensitivity|priority|private flag|directory server|billing information|' +
    'group membership|labels|label s|tags|stitky|categories|kategori*|keywords|user|custom|customs|custom field*|benutzerdef*|vlastn*|' +
    'screen name|messenger*|pager*|operator|telex|isdn|callback|radio phone|' +
    'tty tdd phone|tty|im|skype|linkedin*|linked in|opt out|opt in|bounced|unsubscribed|asst|twitter|facebook|xing|social*|relation|event|government id*|organizational id*|' +
    'owner|owner alias|ownership|obchodnik|vlastnik|zodpoved*|po box|postfach|region|state|bundesland|province|okres|kraj|county|' +
    'state province|state region|stat kraj|district|extended address|latitude|longitude|' +
    'record type|record id|customer id|client id|contact id|account id|company id number|identifikator|' +
    'system id|id|ids|uid|guid|index|poradie|por c|por cislo|number of employees|employees|numberofemployees|' +
    'revenue|annual revenue|obrat|turnover|amount|castka|suma|deal*|opportunity|obchodny pripad|activity|donation*|campaign*|payment*|' +
    'rating|sic|ticker*|symbol|job description|stage|pipeline|probability|last activity|first seen|last seen|seen|has newsletter|newsletter|' +
    'predecessor|successor|other names|alternative name|e mail display name|email display name|' +
    'internet free busy|mother*|name type|occupation code|location code|office location|location|umiestnenie|kancelaria|buro|sequence|' +
    'imported|subject|profession|povolanie|beruf*|referred by|account number|accountnumber|cislo uctu|iban|bic|swift|bank*|' +
    'cislo faktury|faktura|invoice*|splatnost*|kredit*|zlava*|currency|mena|wahrung|parent*|parentid|master*|isdeleted|is deleted|' +
    'predvolba|vorwahl|country calling code|calling code|dial code|area code|preferred email|preferred phone|ziskal|spz|heslo|password|login',
  email:
    'e mail|email|e mails|emails|mail|mails|e mailova adresa|emailova adresa|e mail adresse|emailadresse|mailadresse|email address|e mail address|e posta|elektronicka posta|elektronicka adresa|mailova adresa|maily|e maily|emaily',
  mobile:
    'mobile|mobil*|handy*|cell|cellphone|cell phone|mobile phone|mobiltelefon|mobil tel|mobilny telefon|mobilne cislo|natel|gsm',
  fax: 'fax*|telefax*|faks',
  phone:
    'phone*|telephone*|tel|telefon*|telef|tel c|tel cislo|telefonne cislo|telefonni cislo|rufnummer|telefonnummer|fon|autotelefon|car phone|haupttelefon|primarny telefon|primary phone|pevna linka|linka|landline|hotline|kontakt tel|phone number*|klapka',
  web: 'web|website*|web site|webova*|web page*|webseite*|homepage|home page|url|www|internet|internetova stranka|domain|domain name|domena|stranka|stranky',
  lastName:
    'last name|lastname|family name|surname|priezvisk*|prijmeni*|nachname|familienname|zuname|sn|second name',
  firstName:
    'first name|firstname|given name|givenname|krstne meno|krestni jmeno|vorname|forename|rufname|krstne',
  middleName:
    'middle name|middlename|additional name|dalsie meno|druhe meno|weitere vornamen|zweiter vorname|prostredni jmeno|middle initial',
  fullName:
    'full name|fullname|meno a priezvisk*|priezvisk* a meno|jmeno a prijmeni|prijmeni a jmeno|cele meno|cele jmeno|vor und nachname|name vorname|vollstandiger name|meno priezvisko|jmeno prijmeni|priezvisko meno|prijmeni jmeno|first and last name|contact person|kontaktna osoba|kontaktni osoba|ansprechpartner*|kontaktperson|zastupca|konatel*|jednatel*|geschaftsfuhrer|statutar*|person name|osoba|osoby|clovek|display name|anzeigename|zobrazovane meno|zobrazene meno|zobrazovane jmeno|file as',
  prefix:
    'name prefix|prefix|salutation|anrede|oslovenie|osloveni|titul pred*|tituly pred*|title before|titles before|titul pred menom',
  suffix: 'name suffix|suffix|pripona|namenszusatz|titul za*|tituly za*|title after|titles after',
  jobTitle:
    'job title|jobtitle|position|positions|pozicia|pozice|funkcia|funkce|funktion|arbeitstitel|pracovna pozicia|pracovni pozice|pracovne zaradenie|zaradenie|occupation|contact title|stellung|berufsbezeichnung|job|organization title|designation|rola v firme|pracovna funkcia|position title',
  title: 'title',
  degree: 'akademicky titul|titel|titul|tituly|academic title|akademischer titel',
  department: 'department|dept|oddelen*|abteilung|utvar|usek|odbor|division|stredisko',
  legalForm: 'legal form|pravna forma|pravni forma|rechtsform|legalform|company type|typ spolocnosti',
  icDph:
    'ic dph|icdph|vat|vat id|vat number|vat no|vat reg no|vatid|vat registration number|ust id|ust id nr|ustid|ustidnr|umsatzsteuer id|uid nummer|eu vat|platca dph|dic dph',
  dic: 'dic|tax id|tax number|tax no|taxid|steuernummer|danove identifikacne cislo|danove cislo|tin',
  ico: 'ico|ic|company id|company number|registration number|registration no|reg no|reg number|identifikacne cislo|identifikacni cislo|identifier|registracne cislo|handelsregisternummer|firmenbuchnummer|icz|company registration number|crn|krs|nip|regon',
  houseNumber:
    'house number|house no|building number|buildingnumber|hausnummer|hausnr|supisne cislo|orientacne cislo|cislo domu|cislo popisne|cp|c p|popisne cislo|street number|cislo',
  street:
    'street|ulica|ulice|strasse|str|ul|street address|address line*|adresa ulica|ulica a cislo|ulice a cislo|strasse und hausnummer|address line',
  postcode:
    'postal code|postalcode|postal codes|postcode|post code|zip|zip code|zipcode|zip postal code|psc|plz|postleitzahl|postove smerovacie cislo|smerovacie cislo|smerovaci cislo|zip codes',
  town: 'city|town|mesto|mesta|obec|obce|ort|wohnort|stadt|municipality|sidlo mesto|miesto|mesto obec|place|locality|city town*|posta|nazov obce',
  country:
    'country|land|krajina|stat|state country|country region|krajina oblast|zeme|country name|country code|laenderkennzeichen|kod krajiny|country iso',
  address:
    'address|adresa|adresy|adresse|anschrift|sidlo|address formatted|formatted|formatted address|postal address|mailing address|full address|cela adresa|uplna adresa|korespondencna adresa|sidlo firmy|miesto podnikania',
  notes:
    'notes|note|poznamk*|notizen|notiz|bemerkung*|kommentar*|comment*|description|popis|background|remark*|info|informacie|doplnujuce informacie|anmerkung*',
  language: 'language|languages|jazyk*|sprache|lang',
  channel:
    'preferred channel|preferred contact method|sposob komunikacie|najradsej komunikuje|bevorzugter kontaktweg|contact method|preferovany kontakt',
  source:
    'lead source|source|original source|zdroj*|sposob ziskania|zpusob ziskani|quelle|herkunft|ako sme ho ziskali|leadquelle|povod',
  status: 'status|stav*|lead status|lifecycle stage|stav klienta|zustand|stav zakaznika',
  tier: 'tier|uroven*|trieda|kategoria klienta|abc|rank|klasse|dolezitost|vyznam',
  segment:
    'segment*|industry|odvetvi*|branch|branche|branza|obor|odbor podnikania|sector|sektor|predmet podnikania|sk nace|nace|customer group|skupina',
  territory: 'territory|oblast*|rajon|gebiet|region predaja|obchodna oblast|sales territory|sales region',
  role: 'role|uloha pri rozhodovani|rolle|rozhoduje|decision role|buying role',
  stance: 'stance|postoj|haltung|attitude',
  terms:
    'terms|podmienky*|podminky|konditionen|terms in brief|zahlungsbedingungen|payment terms|osobitne podmienky',
  endedOn:
    'ended on|position ended|posobenie skoncilo|skoncil*|left on|end date|datum odchodu|ukoncenie pracovneho pomeru',
  value: 'value|hodnota|wert|number|numbers|nummer|nr|no|code|kod',
  kind: 'type|label|typ|druh|art|kind|service',
  name: 'name|names|meno|mena|nazov*|nazev*|jmeno|jmena|bezeichnung|title of company',
};

const QUALIFIER_WORDS: Record<Qualifier, string> = {
  home: 'home|domov*|domu|domaci|privat*|private|personal|osobn*|sukromn*|soukrom*|zuhause|residence|bydlisk*|bydlist*',
  work: 'work|praca|prace|pracov*|zamestnan*|zamestnan|dienst*|geschaft*|business|office|buro|arbeit|firemn*|sluzobn*|sluzebni|beruflich',
  other: 'other|ine|iny|ina|inej|jine|jiny|jina|weitere*|weiteres|weiterer|sonstige*|andere*',
  billing: 'billing|fakturacn*|fakturac*|rechnung*|invoice to|registered|legal|sidlo|bill to',
  delivery:
    'shipping|delivery|dorucov*|dodac*|dodaci|liefer*|ship to|dorucenia|mailing|koresponden*|postal|korespondenz*',
  company:
    'company|companies|organization*|organisation*|organizac*|firma|firmy|firme|firem|firmen|spolocnos*|spolecnos*|podnik*|zamestnavatel*|unternehmen|employer|account|accounts|client|clients|klient*|zakaznik*|zakaznic*|customer|customers|kunde*|kunden*|supplier*|dodavatel*|lieferant*|odberatel*|obchodny partner|obchodni partner|business partner|partner|subjekt*|corporation|business name|obchodne meno|obchodni jmeno|obchodny nazov|firm|institution*|institucia|vystavovatel*|exhibitor*|aussteller*|vendor',
  person: 'person|contact|contacts|kontakt*|contactperson|osoba|osoby|lead|people|ansprech*',
  first: 'primary|primarn*|primare|primar|main|hlavn*|haupt*|default',
  again: 'alternat*|secondary|sekundar*|dalsi*|druhy|druha|druhe|second|zalozn*|backup',
};

interface Phrase<T> {
  readonly words: readonly string[];
  readonly means: T;
}

function phrasesOf<T extends string>(source: Record<T, string>): ReadonlyMap<string, readonly Phrase<T>[]> {
  const byFirst = new Map<string, Phrase<T>[]>();
  for (const [means, list] of Object.entries(source) as [T, string][]) {
    for (const text of list.split('|')) {
      const words = text.split(' ');
      const key = (words[0] as string).replace('*', '').slice(0, 2);
      const known = byFirst.get(key) ?? [];
      known.push({ words, means });
      byFirst.set(key, known);
    }
  }
  // Longer phrases first, and whole words before beginnings, so that "first name" is not read as "first" and "name".
  for (const list of byFirst.values()) list.sort((a, b) => weight(b.words) - weight(a.words));
  return byFirst;
}

function weight(words: readonly string[]): number {
  return words.length * 100 + words.join('').length - (words.some((word) => word.endsWith('*')) ? 50 : 0);
}

const NOUNS = phrasesOf(NOUN_WORDS);
const QUALIFIERS = phrasesOf(QUALIFIER_WORDS);

function matchAt<T>(
  phrases: ReadonlyMap<string, readonly Phrase<T>[]>,
  words: readonly string[],
  at: number,
): Phrase<T> | undefined {
  const first = words[at];
  if (first === undefined) return undefined;
  return phrases
    .get(first.slice(0, 2))
    ?.find((phrase) => phrase.words.every((word, i) => fits(word, words[at + i])));
}

function fits(pattern: string, word: string | undefined): boolean {
  if (word === undefined) return false;
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
}

export interface FoundNoun {
  readonly noun: Noun;
  readonly at: number;
  readonly length: number;
}

/** Every noun in these folded words, longest phrases first claimed, in the order in which they stand. */
export function nounsIn(words: readonly string[]): FoundNoun[] {
  const found: FoundNoun[] = [];
  let at = 0;
  while (at < words.length) {
    const phrase = matchAt(NOUNS, words, at);
    if (phrase) {
      found.push({ noun: phrase.means, at, length: phrase.words.length });
      at += phrase.words.length;
    } else at += 1;
  }
  return found;
}

/** Every qualifier in these folded words; words may count as noun and qualifier at once ("sidlo", "osoba"). */
export function qualifiersIn(words: readonly string[]): Set<Qualifier> {
  const found = new Set<Qualifier>();
  for (let at = 0; at < words.length; at += 1) {
    const phrase = matchAt(QUALIFIERS, words, at);
    if (phrase) found.add(phrase.means);
  }
  return found;
}

/** How many of these folded words belong to some phrase of the dictionary. */
export function knownWords(words: readonly string[]): number {
  let known = 0;
  for (let at = 0; at < words.length; ) {
    const length = (matchAt(NOUNS, words, at) ?? matchAt(QUALIFIERS, words, at))?.words.length ?? 0;
    known += length;
    at += Math.max(1, length);
  }
  return known;
}

const PIECES: ReadonlySet<string> = new Set(
  [...Object.values(NOUN_WORDS), ...Object.values(QUALIFIER_WORDS)]
    .flatMap((list) => list.split('|'))
    .flatMap((phrase) => phrase.split(' '))
    .map((word) => word.replace('*', ''))
    .filter((word) => word.length > 2),
);

/** Whether this folded word is one of the dictionary as a whole. */
export function isHeadingWord(word: string): boolean {
  return (
    PIECES.has(word) ||
    matchAt(NOUNS, [word], 0) !== undefined ||
    matchAt(QUALIFIERS, [word], 0) !== undefined
  );
}

/**
 * Parts a word that programs wrote together ("billingpostalcode", "companyname") into words of the dictionary;
 * undefined where it cannot be parted without a rest.
 */
export function partCompound(word: string): string[] | undefined {
  if (word.length < 6) return undefined;
  const best: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= word.length; end += 1) {
    for (let start = 0; start < end; start += 1) {
      const before = best[start];
      const piece = word.slice(start, end);
      if (!before || !PIECES.has(piece)) continue;
      const current = best[end];
      if (!current || before.length + 1 < current.length) best[end] = [...before, piece];
    }
  }
  return best[word.length];
}
