/**
 * A person's name as written on cards and in columns, taken apart into what the record keeps.
 *
 * Only evidence makes the first word the family name: a comma ("Novák, Ján"), capitals ("NOVÁK Ján"), the ending -ová
 * ("Nováková Jana"), titles behind ("Novák Ján, Ing."). A list of first names would mistake people called Ján Peter, so there is none.
 */
export type PersonName = { titlesBefore: string; firstName: string; lastName: string; titlesAfter: string };

// Without dots and in small letters.
const BEFORE = new Set(
  (
    'ing mgr bc mudr judr phdr rndr mvdr mddr pharmdr phmr paeddr rsdr thdr thmgr icdr thlic iclic doc prof dr univprof ' +
    'dipl dipling diplfw mag magfh drhc drmed drjur driur drphil drrernat dring rer nat med jur phil hc et univ emer ' +
    'akad akadmal akadsoch akadarch ingarch mgrart bcart ingpaed mr mrs ms miss herr frau pán pani paní slečna p sl ' +
    'plk pplk gen genmjr kpt mjr por npor nadp čat rtn ltc col rev mons'
  ).split(' '),
);
// Only behind another title: "Mgr. art.", "Ing. arch."; alone Art is a first name.
const BEHIND_TITLE = new Set([
  'art',
  'arch',
  'mal',
  'soch',
  'h',
  'c',
  'sc',
  'ing',
  'nat',
  'rer',
  'med',
  'jur',
]);
const AFTER = new Set(
  (
    'phd csc drsc drhc mba emba llm lldr dis mph msc mscd bsc beng meng mha mpa mps mres dba artd thd dphil acca fcca cfa ' +
    'cpa llb bba dsc cia pmp esq jr sr ml st ba ma mpharm diplom frics mrics dbl phds'
  ).split(' '),
);
// As words of names these are frequent, so they are titles only with a dot or in capitals.
const MARKED_ONLY = new Set([
  'jr',
  'sr',
  'ml',
  'st',
  'ba',
  'ma',
  'p',
  'sl',
  'h',
  'c',
  'gen',
  'por',
  'med',
  'mag',
  'doc',
  'et',
  'hc',
]);
const PARTICLES = new Set(
  "von vom van de der den del della dei di da dos das du des la le zu zum zur af av ten ter te bin ibn al el y d'".split(
    ' ',
  ),
);
const CAPITAL_PARTICLES = new Set(['De', 'Di', 'Del', 'Della', 'Von', "D'"]);

/** Takes a written name apart; parts that are missing are ''. A single word is the family name. */
export function parsePersonName(full: string): PersonName {
  const written = full
    .normalize('NFC')
    .replace(/\bPh\.?\s*D\b\.?/gi, 'PhD.')
    .replace(/\bLL\.?\s*M\b\.?/g, 'LL.M.')
    .replace(/\b(Dr|C|Art)\.\s+(Sc|D)\./g, '$1.$2.')
    .replace(/\s+/g, ' ')
    .trim();
  const before: string[] = [];
  const after: string[] = [];
  const names: string[][] = [];
  let titlesBeforeName = 0;
  for (const part of written.split(/\s*,\s*/)) {
    const rest = takeTitles(tokens(part), before, after, names.length > 0);
    if (rest.length > 0) names.push(rest);
    if (names.length < 2 && rest.length > 0) titlesBeforeName = before.length;
  }
  const [first = [], ...others] = names;
  if (first.length === 0) return { titlesBefore: '', firstName: '', lastName: written, titlesAfter: '' };
  // "Novák Ján, Ing.": titles that belong in front stand behind only in lists by family name.
  const isListed = before.length > titlesBeforeName && first.length === 2;
  const { firstName, lastName } =
    others.length > 0
      ? { firstName: others.flat(), lastName: first }
      : isListed
        ? { firstName: first.slice(1), lastName: first.slice(0, 1) }
        : orderOf(first);
  return {
    titlesBefore: before.join(' '),
    firstName: firstName.join(' '),
    lastName: lastName.join(' '),
    titlesAfter: after.join(', '),
  };
}

/** "Ing. Ján Novák, PhD."; family name first for lists: "Novák Ján, Ing., PhD.". */
export function formatPersonName(
  name: Partial<PersonName>,
  order: 'firstLast' | 'lastFirst' = 'firstLast',
): string {
  const { titlesBefore, firstName, lastName, titlesAfter } = name;
  const inOrder = order === 'firstLast' ? [titlesBefore, firstName, lastName] : [lastName, firstName];
  const head = inOrder.filter(Boolean).join(' ');
  const tail = order === 'firstLast' ? [titlesAfter] : [titlesBefore, titlesAfter];
  return [head, ...tail].filter(Boolean).join(', ');
}

/** One or two capitals for a round picture: "Ing. Ján van Novák" → "JN". */
export function initialsOf(name: string | Partial<PersonName>): string {
  const { firstName = '', lastName = '' } = typeof name === 'string' ? parsePersonName(name) : name;
  const family = lastName.split(' ').filter((word) => !PARTICLES.has(word));
  return [firstName, family.at(0) ?? lastName].map(firstLetter).join('').toLocaleUpperCase('sk');
}

function tokens(part: string): string[] {
  // "Ing.Ján" and "Mgr.Ing." were typed without the space; "PhD." and "LL.M." hold together.
  const spaced = part
    .replace(/(\p{L}{2,}\.)(?=\p{Lu}\p{L}+)/gu, '$1 ')
    .replace(/\s*[-–]\s+|\s+[-–]\s*/g, ' - ');
  const words = spaced.split(' ').filter((word) => word !== '');
  return words.reduce<string[]>((joined, word, at) => {
    const previous = joined.at(-1);
    if (previous !== undefined && (word === '-' || words[at - 1] === '-'))
      joined[joined.length - 1] = `${previous} ${word}`;
    else joined.push(word);
    return joined;
  }, []);
}

/** Takes the titles at both ends off; behind a comma after the name, all of them may be titles of either kind. */
function takeTitles(words: string[], before: string[], after: string[], hasName: boolean): string[] {
  const rest = [...words];
  let hasTitle = false;
  while (
    rest[0] !== undefined &&
    isTitle(rest[0], BEFORE, BEHIND_TITLE, hasTitle) &&
    (rest.length > 1 || hasName || rest[0].endsWith('.'))
  ) {
    before.push(rest.shift() ?? '');
    hasTitle = true;
  }
  const behind: string[] = [];
  while (rest.length > (hasName ? 0 : 1) && isTitle(rest.at(-1) ?? '', AFTER, AFTER, hasName))
    behind.unshift(rest.pop() ?? '');
  after.push(...behind);
  // "Kramárová Mgr. Jana"
  const isInside = (word: string) => /\p{L}{2}.*\.$/u.test(word) && isTitle(word, BEFORE, BEFORE, false);
  before.push(...rest.filter(isInside));
  return rest.filter((word) => !isInside(word));
}

function isTitle(
  word: string,
  titles: ReadonlySet<string>,
  dependent: ReadonlySet<string>,
  isBehind: boolean,
): boolean {
  const plain = word.replace(/[.-]/g, '').toLowerCase();
  if (MARKED_ONLY.has(plain) && !word.includes('.') && !(isBehind && word === word.toUpperCase()))
    return plain === 'et' && isBehind;
  return titles.has(plain) || (isBehind && dependent.has(plain));
}

function orderOf(words: string[]): { firstName: string[]; lastName: string[] } {
  if (words.length < 2) return { firstName: [], lastName: words };
  const capitals = words.findIndex((word) => !isCapitals(word));
  if (capitals > 0) return { firstName: words.slice(capitals), lastName: words.slice(0, capitals) };
  const [front = '', ...others] = words;
  if (isFeminine(front) && !others.some(isFeminine)) return { firstName: others, lastName: [front] };
  let start = words.findIndex((word, at) => at > 0 && isFeminine(word));
  if (start < 0) start = words.length - 1;
  while (start > 1 && isParticle(words[start - 1] ?? '')) start -= 1;
  return { firstName: words.slice(0, start), lastName: words.slice(start) };
}

function isParticle(word: string): boolean {
  return PARTICLES.has(word) || CAPITAL_PARTICLES.has(word);
}

function isFeminine(word: string): boolean {
  return /\p{L}{2}ov[áa]$/iu.test(word);
}

function isCapitals(word: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(word) && word === word.toUpperCase();
}

function firstLetter(word: string): string {
  return /\p{L}\p{M}*|\p{N}/u.exec(word)?.[0] ?? '';
}
