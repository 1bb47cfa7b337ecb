/** The command line: parses, reaches the engine, runs one command, and says with its exit code how it went. */
import { constants } from 'node:os';
import process from 'node:process';
import { type SayShell, shellWords } from '#shared/i18n/shell-words.ts';
import { fillDemoProfile } from '../engine/demo-profile.ts';
import type { KeyStoreReading } from '../engine/key-store.ts';
import { newBaseDefaults, systemLanguage } from '../engine/locale.ts';
import { reachEngine } from '../engine/reach.ts';
import { type CommandLine, parseCommandLine, textOption, UsageError } from './command-line.ts';
import { sentenceFor } from './error-sentence.ts';
import { complain, printJson, printLine } from './print.ts';
import { checkCall, printProcedures, runCall, runSearch, runVerify } from './read-commands.ts';
import { runBackup } from './run-backup.ts';
import { readExportRequest, runExport } from './run-export.ts';
import { readImportRequest, runImport } from './run-import.ts';
import { readTaken, runConflicts } from './run-conflicts.ts';
import { readLoginRequest, runLogin } from './run-login.ts';
import { runRestore } from './run-restore.ts';
import { runStatus, runSync } from './run-sync.ts';
import type { Running } from './running.ts';
import { passGate } from './unlock.ts';

const DONE = 0;
const REFUSED = 1;
const WRONG_USAGE = 2;
const ENDING: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** The browser shell, handed in by the entry: shells do not know each other. */
export type Serve = (options: {
  profile: string | undefined;
  port: number;
  openBrowser: boolean;
  json: boolean;
}) => Promise<number>;

/** What the system's key store says, where this program can ask it; only the desktop's can. */
export type AskKeyStore = () => KeyStoreReading | undefined;

/** Resolves with the exit code: 0 done, 1 refused, 2 wrong usage. */
export async function runCommandLine(
  args: string[],
  serve: Serve,
  keyStore: AskKeyStore = () => undefined,
): Promise<number> {
  endQuietlyWhenNobodyReads();
  const say = shellWords(systemLanguage());
  try {
    const line = parseCommandLine(args);
    if (line !== 'help') return await run({ ...line, keyStore }, serve);
    printLine(say('usage'));
    return DONE;
  } catch (error) {
    if (!(error instanceof UsageError)) {
      complain(sentenceFor(error, systemLanguage()));
      return REFUSED;
    }
    if (error.what) complain(say('wrongUsage', { what: error.what }));
    complain(say('usage'));
    return WRONG_USAGE;
  }
}

interface Asked extends CommandLine {
  keyStore: AskKeyStore;
}

async function run(line: Asked, serve: Serve): Promise<number> {
  switch (line.command) {
    case 'serve':
      return serve({
        profile: line.profile,
        port: portOf(line),
        openBrowser: line.options['no-open'] !== true,
        json: line.json,
      });
    case 'procedures':
      printProcedures(line);
      return DONE;
    case 'demo':
      return runDemo(line);
    case 'search':
      return withEngine(line, (running) => runSearch(line, running));
    case 'call':
      checkCall(line);
      return withEngine(line, (running) => runCall(line, running));
    case 'verify':
      return withEngine(line, (running) => runVerify(line, running), { sentence: 'verify.broken' });
    case 'backup':
      return withEngine(line, (running) => runBackup(line, running));
    case 'restore':
      return withEngine(line, (running) => runRestore(line, running), { shut: true });
    case 'login': {
      const request = readLoginRequest(line);
      return withEngine(line, (running) => runLogin(request, line, running));
    }
    case 'sync':
      return withEngine(line, (running) => runSync(line, running));
    case 'status':
      return withEngine(line, (running) => runStatus(line, running));
    case 'conflicts': {
      const taken = readTaken(line);
      return withEngine(line, (running) => runConflicts(taken, line, running));
    }
    case 'import': {
      const request = readImportRequest(line);
      return withEngine(line, (running) => runImport(request, line.json, running));
    }
    case 'export': {
      const request = readExportRequest(line);
      return withEngine(line, (running) => runExport(request, line.json, running));
    }
  }
}

interface How {
  /** Said when the command answers `false` and has not said why. */
  sentence?: Parameters<SayShell>[0];
  /** The command works while the base is shut. */
  shut?: boolean;
}

/** A command that answers `false` is refused. */
async function withEngine(
  line: Asked,
  work: (running: Running) => Promise<boolean | void>,
  { sentence, shut = false }: How = {},
): Promise<number> {
  const engine = await reachEngine({
    profile: line.profile,
    shell: 'commandLine',
    defaults: newBaseDefaults(),
    keyStore: line.keyStore(),
  });
  const stopListening = closeWhenInterrupted(() => engine.close());
  let language = systemLanguage();
  try {
    if (engine.opened?.keyTightened) complain(shellWords(language)('keyTightened'));
    const isShut = shut && (await engine.client.gate.state({})).shut !== null;
    if (!isShut) {
      if (!(await passGate(engine.client, language))) return REFUSED;
      language = (await engine.client.settings.get({})).preferences.language;
    }
    const say = shellWords(language);
    if ((await work({ client: engine.client, say, language })) !== false) return DONE;
    if (sentence) complain(say(sentence));
    return REFUSED;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    complain(sentenceFor(error, language));
    return REFUSED;
  } finally {
    stopListening();
    engine.close();
  }
}

/** A command that is stopped half-way leaves a base that was closed properly. */
function closeWhenInterrupted(close: () => void): () => void {
  const stop = (signal: NodeJS.Signals): void => {
    close();
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of ENDING) process.once(signal, stop);
  return () => {
    for (const signal of ENDING) process.off(signal, stop);
  };
}

async function runDemo(line: Asked): Promise<number> {
  const { folder, filled } = await fillDemoProfile({
    profile: line.profile,
    shell: 'commandLine',
    defaults: newBaseDefaults(),
    keyStore: line.keyStore(),
  });
  const say = shellWords(systemLanguage());
  if (line.json) printJson({ folder, filled });
  else printLine(say(filled ? 'demo.filled' : 'demo.there', { folder }));
  return DONE;
}

function portOf(line: CommandLine): number {
  const text = textOption(line, 'port') ?? '0';
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new UsageError(text);
  return Number(text);
}

/** `vizitka search x | head -1` closes the pipe early: no error, nothing left to do. */
function endQuietlyWhenNobodyReads(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(DONE);
    throw error;
  });
}
