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

const schedule = fc.record({
  clocks: fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 3, maxLength: 4 }),
  steps: fc.array(step, { minLength: 1, maxLength: 90, size: 'max' }),
});

/** Throws with what does not hold, and after which step. */
export function runSchedule(rules: Rules, { clocks, steps }: { clocks: number[]; steps: Step[] }): void {
  const world = new World(rules, clocks);
  steps.forEach((each, index) => {
    const problems = world.step(each);
    if (problems.length > 0) throw new Error(`after step ${index} (${each.what}): ${problems.join('; ')}`);
  });
  const problems = world.heal();
  if (problems.length > 0) throw new Error(`at the end: ${problems.join('; ')}`);
}

export const holdsTogether = (rules: Rules) => fc.property(schedule, (made) => runSchedule(rules, made));
