/** Schedules of steps, and the property that all of them keep the exchange whole. */
import fc from 'fast-check';
import type { Rules } from './rules.ts';
import { type Step, type STEPS, World } from './world.ts';

/** How often a step comes, relative to the others. */
const WEIGHTS: Record<keyof typeof STEPS, number> = {
  createClient: 2,
  createContract: 2,
  edit: 20,
  remove: 2,
  takeBack: 1,
  exchange: 8,
  send: 10,
  arrive: 12,
  take: 10,
  lose: 2,
  crash: 4,
  saveProfile: 2,
  restoreProfile: 2,
  copyProfile: 1,
  backUp: 2,
  restoreServer: 1,
  wait: 3,
  setClock: 2,
};

const number = fc.nat(999);
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.oneof(
    ...Object.entries(WEIGHTS).map(([what, weight]) => ({
      weight,
      arbitrary: fc.constant(what as keyof typeof STEPS),
    })),
  ),
  a: number,
  b: number,
  c: number,
});

/** Without bias to small numbers: a short schedule at one device has little to show. */
export const schedule: fc.Arbitrary<Schedule> = fc.noBias(
  fc.record({
    isSettled: fc.boolean(),
    clocks: fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 3, maxLength: 4, size: 'max' }),
    steps: fc.array(step, { minLength: 1, maxLength: 120, size: 'max' }),
  }),
);

export interface Schedule {
  /** Whether all begin with the same two records, which a backup has. */
  readonly isSettled: boolean;
  readonly clocks: readonly number[];
  readonly steps: readonly Step[];
}

/** Throws with what does not hold, and after which step. Returns what the server answered, and how often. */
export function runSchedule(
  rules: Rules,
  { isSettled, clocks, steps }: Schedule,
): ReadonlyMap<string, number> {
  const world = new World(rules, clocks);
  if (isSettled) world.settle();
  steps.forEach((each, index) => {
    const problems = world.step(each);
    if (problems.length > 0) throw new Error(`after step ${index} (${each.what}): ${problems.join('; ')}`);
  });
  const problems = world.heal();
  if (problems.length > 0) throw new Error(`at the end: ${problems.join('; ')}`);
  return world.server.met;
}

export const holdsTogether = (rules: Rules) => fc.property(schedule, (made) => void runSchedule(rules, made));
