/** One start of a desktop program: how long it took, and what its processes hold. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Desktop, launchDesktop } from '../e2e/desktop/desktop.ts';

export interface OpenedProgram {
  tookMs: number;
  memory: Memory;
  desktop: Desktop;
}

/** Megabytes; pages that processes share are counted once, in parts (PSS). */
export interface Memory {
  all: number;
  main: number;
  engine: number;
  chromium: number;
}

/** Measured when the list of clients is there and can be scrolled, then quit. */
export function openVizitka(profile: string, { keepOpen = false } = {}): Promise<OpenedProgram> {
  return open(
    { profile },
    (desktop) => desktop.page.getByRole('grid', { name: 'Klienti' }).waitFor(),
    keepOpen,
  );
}

/** The least that a program with a window can be: one page without anything, in the same stand-in. */
export function openEmptyProgram(folder: string): Promise<OpenedProgram> {
  mkdirSync(folder, { recursive: true });
  const main = join(folder, 'main.mjs');
  writeFileSync(main, EMPTY);
  const profile = join(folder, 'base');
  return open({ profile, main }, (desktop) => desktop.page.getByRole('heading').waitFor(), false);
}

const EMPTY = `
import { app, BrowserWindow } from 'electron';
app.setPath('userData', process.argv[3]);
void app.whenReady().then(() => new BrowserWindow().loadURL('data:text/html,<h1>Empty</h1>'));
`;

async function open(
  start: { profile: string; main?: string },
  isUsable: (desktop: Desktop) => Promise<void>,
  keepOpen: boolean,
): Promise<OpenedProgram> {
  const from = performance.now();
  const desktop = await launchDesktop(start);
  await isUsable(desktop);
  const tookMs = performance.now() - from;
  const engine = await desktop.enginePid().catch(() => null);
  const processes = familyOf(desktop.pid);
  const sum = (pids: number[]) => pids.reduce((total, pid) => total + megabytesOf(pid), 0);
  const main = megabytesOf(desktop.pid);
  const engines = engine === null ? 0 : megabytesOf(engine);
  const all = sum(processes);
  if (!keepOpen) await desktop.close();
  return { tookMs, desktop, memory: { all, main, engine: engines, chromium: all - main - engines } };
}

/** A process and all below it; needs Linux. */
function familyOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = read(`/proc/${name}/stat`);
    // The name may hold spaces and brackets: what follows its last bracket is in fixed order.
    const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    parents.set(Number(name), Number(parent));
  }
  const family = [pid];
  for (const member of family)
    family.push(...[...parents].filter(([, parent]) => parent === member).map(([child]) => child));
  return family;
}

function megabytesOf(pid: number): number {
  const [, kilobytes = '0'] = /^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`)) ?? [];
  return Number(kilobytes) / 1024;
}

/** Processes come and go while they are counted. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
