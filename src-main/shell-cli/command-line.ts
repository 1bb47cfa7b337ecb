/**
 * What was asked for, from the words of the command line. Options may stand before or after the command;
 * anything the command does not know is wrong usage.
 */
import { parseArgs } from 'node:util';

const OPTIONS = {
  profile: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  as: { type: 'string' },
  map: { type: 'string' },
  encoding: { type: 'string' },
  delimiter: { type: 'string' },
  sheet: { type: 'string' },
  'dry-run': { type: 'boolean' },
  format: { type: 'string' },
  out: { type: 'string' },
  filter: { type: 'string' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
  yes: { type: 'boolean' },
  email: { type: 'string' },
  invitation: { type: 'string' },
  device: { type: 'string' },
  once: { type: 'boolean' },
  take: { type: 'string' },
} as const;

type Option = keyof typeof OPTIONS;
const GLOBAL: readonly Option[] = ['profile', 'json', 'help'];

export const SUBJECTS = ['contacts', 'clients'] as const;
export const SIDES = ['kept', 'restored'] as const;
export const FORMATS = ['csv-excel', 'csv', 'xlsx', 'vcard30', 'vcard40', 'json'] as const;

/** Per command: its own options, and how many words it takes. */
const COMMANDS = {
  import: { options: ['as', 'map', 'encoding', 'delimiter', 'sheet', 'dry-run'], words: [1, 1] },
  export: { options: ['format', 'out', 'filter'], words: [1, 1] },
  search: { options: [], words: [1, Infinity] },
  call: { options: [], words: [1, 2] },
  procedures: { options: [], words: [0, 0] },
  demo: { options: [], words: [0, 0] },
  verify: { options: [], words: [0, 0] },
  backup: { options: [], words: [1, 1] },
  restore: { options: ['yes'], words: [1, 1] },
  login: { options: ['email', 'invitation', 'device', 'yes'], words: [1, 1] },
  sync: { options: ['once'], words: [0, 0] },
  status: { options: [], words: [0, 0] },
  conflicts: { options: ['take'], words: [0, Infinity] },
  serve: { options: ['port', 'no-open'], words: [0, 0] },
} as const satisfies Record<string, { options: readonly Option[]; words: readonly [number, number] }>;

export type CommandName = keyof typeof COMMANDS;

export interface CommandLine {
  command: CommandName;
  words: string[];
  profile: string | undefined;
  json: boolean;
  options: Partial<Record<Option, string | boolean>>;
}

/** Wrong usage; `what` is the word at fault, if one is. */
export class UsageError extends Error {
  readonly what: string;

  constructor(what = '') {
    super('wrong usage');
    this.what = what;
  }
}

/** `help` when the usage was asked for. Throws `UsageError`. */
export function parseCommandLine(args: string[]): CommandLine | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  const [command, ...words] = positionals;
  if (command === undefined) throw new UsageError();
  if (!isCommand(command)) throw new UsageError(command);
  const { options, words: count } = COMMANDS[command];
  for (const option of Object.keys(values) as Option[]) {
    const known = GLOBAL.includes(option) || (options as readonly Option[]).includes(option);
    if (!known) throw new UsageError(`--${option}`);
  }
  if (words.length < count[0]) throw new UsageError(command);
  if (words.length > count[1]) throw new UsageError(words[count[1]]);
  return { command, words, profile: values.profile, json: values.json ?? false, options: values };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(/'(-[^' ]+)/.exec((error as Error).message)?.[1]);
  }
}

function isCommand(word: string): word is CommandName {
  return Object.hasOwn(COMMANDS, word);
}

/** The option's text, checked against the choices where there are some. */
export function textOption({ options }: CommandLine, option: Option): string | undefined {
  const value = options[option];
  if (value === '') throw new UsageError(`--${option}`);
  return typeof value === 'string' ? value : undefined;
}

export function choiceOf<const T extends string>(
  value: string | undefined,
  choices: readonly T[],
  what: string,
): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new UsageError(value ?? what);
  return found;
}

/** JSON given as a word; what is no JSON is wrong usage. */
export function jsonWord(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(text);
  }
}
