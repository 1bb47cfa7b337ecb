/**
 * The order behind `sortKey`: which characters there are and how they follow each other in Slovak.
 *
 * The order is written down, taken from ICU 78 (CLDR root with the Slovak tailoring), instead of being computed from
 * `Intl.Collator` at load. Keys are stored in the local database: if Electron brought another ICU, computed keys
 * would silently stop matching the stored ones. A test compares this table with the running ICU.
 */

/** Raise when the table changes what a key looks like: stored keys of another version have to be rebuilt. */
export const SORT_KEY_VERSION = 1;

/** Stands in the order where symbols that are not listed belong: after the listed ones, before the digits. */
export const OTHER_SYMBOLS = '\ue000';
/** Stands in the order where letters of other scripts belong: last. */
export const OTHER_LETTERS = '\ue001';

/** Characters that differ at the first level, ascending; letters in lower case; "ch" is one letter. */
export const ORDER: readonly string[] = [
  ...'\t\n\v\f\r\u0085\u2028\u2029 ',
  ...'_-‐‒–—―⁓,;⁏:!¡?¿‽.·⁕⁖⁘⁙⁚⁛⁜⁝⁞\'‹›"«»()[]{}⁅⁆‖§¶⁋@*⁎⁑/\\&⁊#%‰‱†‡•‣‧⁃⁌⁍′‵‸※‿⁔⁀⁐⁁⁂',
  ...'`´˜^¯˘˙¨˚˝¸˛°©®+±÷×<=>¬|¦~−⁒⁄≡≣≤≥',
  OTHER_SYMBOLS,
  ...'¤¢$£¥₠₡₢₣₤₥₦₩₪₫€₭₮₯₰₱₲₳₴₵₶₷₸₹₺₻₼₽₾₿⃀',
  ...'0123456789',
  ...'aäbƀƃcčȼƈdȸƌȡeɇǝəfƒgǥƣh',
  'ch',
  ...'ƕiıjȷɉkƙlƚȴƛmnƞȵŋoôȣpƥqȹɋĸrřɍsšȿƪtƾŧƫƭȶuvwxyɏƴȝzƍžƶȥɀƹƺþƿƻƨƽƅɂʼǀǁǂǃ',
  ...'αβγδεϝͷϛζͱηθιϳκϗλμνξοπϻϟϙρϼσͼͻͽτυφχψωϡͳϸϣϥϧϩϫϭϯ',
  ...'аәӕбвгғӻҕӷдԁђԃҙеєжԫҗзԅԑѕӡԇиҋіјкқӄҡҟҝԟԛлӆԯԓԡљԉԕмӎнԩӊңӈԣҥњԋоөпԥҧҁрҏԗсԍҫтԏҭћуүұѹ',
  ...'фхӽӿҳһԧѡѿѽѻцҵчԭҷӌҹҽҿџшщъыьҍѣэюяԙѥѧѫѩѭѯѱѳѵҩԝӏ',
  OTHER_LETTERS,
];

/** The characters that get a key of one byte, because names, towns, streets and numbers are made of them. */
export const FREQUENT: ReadonlySet<string> = new Set([
  ...' _-–,;:!?.\'"()[]{}§@*/\\&#%`´^°®+<=>|~$€',
  ...'0123456789',
  ...'aäbcčdefghijklmnoôpqrřsštuvwxyzž',
  'ch',
]);

/** Letters that are a base letter with one of the marks below, but join to a letter of their own in Slovak. */
export const JOINED = 'äčôřšž';

/** Marks of the second level, ascending; marks in one string are equal. "variant" parts ß from ss, æ from ae. */
export const VARIANT = 'variant';
export const MARK_ORDER: readonly string[] = [
  ...'\u0332',
  '\u0313\u0343',
  '\u0314',
  '\u0301\u0341',
  '\u0300\u0340',
  ...'\u0306\u0302\u030c\u030a',
  '\u0342',
  '\u0308\u0344',
  ...'\u030b\u0303\u0307\u0338\u0327\u0328\u0304',
  '\u030d\u030e\u0312\u0315\u031a\u033d\u033e\u033f\u0346\u034a\u034b\u034c\u0350\u0351\u0352\u0357\u035b\u035d\u035e',
  '\u0316\u0317\u0318\u0319\u031c\u031d\u031e\u031f\u0320\u0329\u032a\u032b\u032c\u032f\u0333\u033a\u033b\u033c\u0347' +
    '\u0348\u0349\u034d\u034e\u0353\u0354\u0355\u0356\u0359\u035a\u035c\u035f\u0362',
  '\u0336\u0337',
  ...'\u0335\u0305\u0309\u030f\u0310\u0311\u031b\u0321\u0322\u0323\u0324\u0325\u0326\u032d\u032e\u0330\u0331\u0334\u0339',
  ...'\u0345\u0358\u0360',
  VARIANT,
  '\u0361',
];

/**
 * Characters without a decomposition that ICU still sorts as others: base letters and, after the first of them, the
 * mark that makes the difference.
 */
export const EXPANSIONS: Readonly<Record<string, readonly [bases: string, mark: string]>> = {
  ł: ['l', '\u0335'],
  đ: ['d', '\u0335'],
  ħ: ['h', '\u0335'],
  ø: ['o', '\u0338'],
  ð: ['d', '\u0361'],
  ґ: ['г', '\u0361'],
  æ: ['ae', VARIANT],
  œ: ['oe', VARIANT],
  ß: ['ss', VARIANT],
  ſ: ['s', VARIANT],
  '‘': ["'", '\u0301'],
  '’': ["'", '\u0300'],
  '‚': ["'", '\u0306'],
  '‛': ["'", '\u0302'],
  '“': ['"', '\u0301'],
  '”': ['"', '\u0300'],
  '„': ['"', '\u0306'],
  '‟': ['"', '\u0302'],
};
