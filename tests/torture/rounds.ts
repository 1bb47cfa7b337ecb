/**
 * The engine killed again and again at random moments of opening, writing, importing and publishing. After each kill
 * the same base is opened with the same key: what was acknowledged is there, an import is there whole or not at all,
 * and the base passes its own proof.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type Chance, chanceFrom } from '#db/demo/chance.ts';
import { checkRound } from './check.ts';
import { listOf } from './import-list.ts';
import type { Acknowledged } from './writer.ts';

export interface Torture {
  /** Folder for bases and lists; the caller removes it. */
  folder: string;
  rounds: number;
  seed: number;
  tell?: (line: string) => void;
}

export interface Tortured {
  kills: number;
  acknowledged: number;
  /** Kills by what the process was doing. */
  during: Record<string, number>;
  importsWhole: number;
  importsAbsent: number;
  problems: string[];
}

/** A base takes so many rounds before a fresh one, so that proving it stays quick. */
const ROUNDS_PER_BASE = 20;
const writer = fileURLToPath(new URL('./writer.ts', import.meta.url));

interface Plan {
  round: number;
  folder: string;
  key: Buffer;
  /** Empty for a round without an import. */
  list: string;
  /** The kill comes so long after this was heard. */
  after: 'start' | 'opened' | 'publishing' | 'importing';
  delayMs: number;
}

export async function torture({ folder, rounds, seed, tell = () => {} }: Torture): Promise<Tortured> {
  const chance = chanceFrom(seed);
  const result: Tortured = {
    kills: 0,
    acknowledged: 0,
    during: {},
    importsWhole: 0,
    importsAbsent: 0,
    problems: [],
  };
  let key = randomBytes(32);
  const plan = (round: number): Plan => {
    const base = join(folder, `base-${Math.floor(round / ROUNDS_PER_BASE)}`);
    if (round % ROUNDS_PER_BASE === 0) {
      key = randomBytes(32);
      mkdirSync(base, { mode: 0o700 });
    }
    return planRound(chance, round, base, key, folder);
  };
  let next = plan(0);
  let waiting = start(next, folder);
  for (let round = 0; round < rounds; round += 1) {
    const [now, child] = [next, waiting];
    // The next process loads its code while this round is written and proved.
    if (round + 1 < rounds) {
      next = plan(round + 1);
      waiting = start(next, folder);
    }
    const heard = await killAtItsMoment(child, now);
    const during = occupationOf(heard);
    result.kills += 1;
    result.during[during] = (result.during[during] ?? 0) + 1;
    result.acknowledged += heard.length;
    const { problems, imported } = await checkRound(now.folder, now.key, now.round, heard);
    if (now.list !== '') result[imported ? 'importsWhole' : 'importsAbsent'] += 1;
    for (const problem of problems) result.problems.push(`round ${round} (seed ${seed}): ${problem}`);
    tell(
      `${round + 1}/${rounds}: killed ${during}, ${heard.length} acknowledged, ${problems.length === 0 ? 'all there' : problems.join('; ')}`,
    );
  }
  return result;
}

function occupationOf(heard: readonly Acknowledged[]): string {
  const did = new Set(heard.map((one) => one.did));
  if (did.has('importing') && !did.has('imported')) return did.has('publishing') ? 'publishing' : 'importing';
  return did.size === 0 ? 'opening' : 'writing';
}

function planRound(chance: Chance, round: number, folder: string, key: Buffer, lists: string): Plan {
  const kind = chance.between(0, 9);
  const base = { round, folder, key, list: '' };
  if (kind === 0) return { ...base, after: 'start', delayMs: chance.between(0, 60) };
  if (kind < 5) return { ...base, after: 'opened', delayMs: chance.between(0, 300) };
  const list = join(lists, `list-${round}.csv`);
  writeFileSync(list, listOf(round));
  if (kind < 7) return { ...base, list, after: 'importing', delayMs: chance.between(0, 900) };
  return { ...base, list, after: 'publishing', delayMs: chance.between(0, 150) };
}

function start({ folder, key, round, list }: Plan, cache: string): ChildProcess {
  return spawn(
    process.execPath,
    [...process.execArgv, writer, folder, key.toString('hex'), String(round), list],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(cache, 'compiled') },
    },
  );
}

/** What the process had acknowledged when it died; rejects when it died by itself. */
function killAtItsMoment(child: ChildProcess, { after, delayMs }: Plan): Promise<Acknowledged[]> {
  return new Promise((resolve, reject) => {
    let text = '';
    let killed = false;
    let timer: NodeJS.Timeout | undefined;
    const killSoon = () => {
      timer ??= setTimeout(() => {
        killed = true;
        child.kill('SIGKILL');
      }, delayMs);
    };
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (after !== 'start' && text.includes(`"did":"${after}"`)) killSoon();
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      // A line that was cut off by the kill was not heard.
      const lines = text.split('\n').slice(0, -1);
      if (killed) resolve(lines.map((line) => JSON.parse(line) as Acknowledged));
      else reject(new Error(`the writing process ended by itself with code ${code}`));
    });
    child.stdin?.on('error', () => {}).write('go\n');
    if (after === 'start') killSoon();
  });
}
