/** What the bench says of one thing: the figure, the floor measured beside it, and whether the budget holds. */
import process from 'node:process';

export interface Figure {
  name: string;
  value: number;
  unit: 'µs' | 'ms' | 's' | 'MB' | '/s' | 'B' | '%';
  floor: number | null;
  /** Value by floor. */
  ratio: number | null;
  budget: string | null;
  met: boolean | null;
}

export interface Budget {
  /** Most that the value may be, in its unit. */
  most?: number;
  /** Least that it may be. */
  least?: number;
  /** Most times the floor. */
  times?: number;
}

/** Asked and read right after each other, so that both meet the same machine; the very first also opens what is cold. */
export async function sayBeside<T>(
  name: string,
  { rounds, next, most }: { rounds: number; next: () => T; most: number },
  ask: (of: T) => Promise<unknown>,
  read: (of: T) => unknown,
): Promise<void> {
  const asked: number[] = [];
  const raw: number[] = [];
  say(`${name}, the first`, 'ms', await timed(() => ask(next())), null);
  for (let round = 0; round < rounds; round += 1) {
    const of = next();
    asked.push(await timed(() => ask(of)));
    raw.push(await timed(() => read(of)));
  }
  say(`${name}, p50`, 'ms', median(asked), median(raw));
  say(`${name}, p95`, 'ms', quantile(asked, 0.95), quantile(raw, 0.95), { most });
}

const figures: Figure[] = [];

export function say(
  name: string,
  unit: Figure['unit'],
  value: number,
  floor: number | null,
  budget: Budget = {},
): void {
  const { most, least, times } = budget;
  const ratio = floor === null ? null : value / floor;
  const held = [
    ...(most === undefined ? [] : [value <= most]),
    ...(least === undefined ? [] : [value >= least]),
    ...(times === undefined || ratio === null ? [] : [ratio <= times]),
  ];
  const limits = [
    times === undefined ? null : `${times}× the floor`,
    most === undefined ? null : `${most} ${unit}`,
    least === undefined ? null : `at least ${least} ${unit}`,
  ];
  const figure: Figure = {
    name,
    value: rounded(value),
    unit,
    floor: floor === null ? null : rounded(floor),
    ratio: ratio === null ? null : rounded(ratio),
    budget: held.length === 0 ? null : limits.filter(Boolean).join(' and '),
    met: held.length === 0 ? null : held.every(Boolean),
  };
  figures.push(figure);
  tell(
    `${figure.met === false ? '✗' : figure.met ? '✓' : ' '} ${name}: ${figure.value} ${unit}` +
      (figure.floor === null ? '' : `, floor ${figure.floor} ${unit}, ${figure.ratio}×`) +
      (figure.budget ? `, budget ${figure.budget}` : ''),
  );
}

/** A line for the person who waits; the figures themselves go to standard output at the end. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

export function printFigures(): void {
  process.stdout.write(`${JSON.stringify(figures, null, 1)}\n`);
}

export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (times: readonly number[]): number => quantile(times, 0.5);

/** Milliseconds that `work` took. */
export async function timed(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
