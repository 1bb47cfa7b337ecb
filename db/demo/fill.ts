/**
 * The demo base: invented firms of a Slovak account manager who sells packaging, with a year of talks, objections,
 * contracts and checklists. Built by code, the same every time but for ids and for the day it is told from.
 */
import { addDays, todayIn } from '#shared/domain/time/day.ts';
import { chanceFrom } from './chance.ts';
import { clientRecord } from './clients.ts';
import { createContracts, startChecklist } from './contracts.ts';
import { FIRMS, type Firm } from './firms.ts';
import { BUYERS, OTHERS } from './jobs.ts';
import { meetingsWith } from './meetings.ts';
import { createObjections } from './objections.ts';
import { createPeople, jobsAt, type Person } from './people.ts';
import { createPlans } from './plans.ts';
import { createPromises } from './promises.ts';
import { RANGE } from './range.ts';
import type { DemoRecord, DemoSource, Setting } from './record.ts';
import { createVisits } from './visits.ts';

const SEED = 1844;
const COLLEAGUES = ['Zuzana Benková', 'Peter Javor'] as const;
/** People known by name, so that a search for a short name finds somebody: firm, first name, surname, woman. */
const KNOWN: Record<string, readonly [string, string, boolean]> = {
  foxasyn: ['Martin', 'Fox', false],
  'ruzenka-kvety': ['Eva', 'Šípová', true],
  'kovac-remen': ['Ján', 'Remeň', false],
};

const HANDED = 4;

/** The first colleague is away next week and has handed some clients over. */
function handoverOf(
  { newId, today, me, colleagues: [from = me] }: Setting,
  records: DemoRecord[],
): DemoRecord {
  const clients = records.filter(({ entity }) => entity === 'client').slice(0, HANDED);
  return {
    entity: 'handover',
    id: newId(),
    values: {
      fromMember: from,
      toMember: me,
      clients: clients.map(({ id }) => id),
      startsOn: addDays(today, -1),
      endsOn: addDays(today, 6),
      note: 'Vzorky dosiek sú v sklade, kľúče má Mária.',
    },
  };
}

/** The records of the demo base, client by client, parents before what refers to them. */
export function fillDemo({ now, newId, member }: DemoSource): DemoRecord[] {
  const at = now();
  const colleagues = COLLEAGUES.map(
    (name): DemoRecord => ({ entity: 'member', id: newId(), values: { name } }),
  );
  const setting: Setting = {
    chance: chanceFrom(SEED),
    newId,
    now: at,
    today: todayIn('Europe/Bratislava', at),
    me: member(),
    colleagues: colleagues.map(({ id }) => id),
  };
  const builders = {
    people: createPeople(setting),
    objections: createObjections(setting),
    contracts: createContracts(setting),
    // Of its own chance, so that the rest stays as it was.
    visits: createVisits({ ...setting, chance: chanceFrom(SEED + 2) }),
    // A chance of its own, so that what is added here leaves the rest as it was.
    plans: createPlans({ ...setting, chance: chanceFrom(SEED + 1) }),
    promises: createPromises({ ...setting, chance: chanceFrom(SEED + 3) }),
  };
  const advisers: Person[] = [];
  const groups = FIRMS.flatMap((firm, order) => groupOf(firm, order, setting, builders, advisers));
  return [...colleagues, builders.plans.callList, ...groups, handoverOf(setting, groups)];
}

interface Builders {
  people: ReturnType<typeof createPeople>;
  objections: ReturnType<typeof createObjections>;
  contracts: ReturnType<typeof createContracts>;
  visits: ReturnType<typeof createVisits>;
  plans: ReturnType<typeof createPlans>;
  promises: ReturnType<typeof createPromises>;
}

function groupOf(
  firm: Firm,
  order: number,
  setting: Setting,
  builders: Builders,
  advisers: Person[],
): DemoRecord[] {
  const { chance, newId } = setting;
  const { people, objections, contracts, plans, promises, visits } = builders;
  const id = newId();
  const group = [clientRecord(firm, order, id, setting)];
  const met = jobsAt(firm, chance).map((job, place) =>
    people.meet(group, id, firm, job, place === 0 ? KNOWN[firm.domain] : undefined),
  );
  const [head, ...rest] = met;
  if (!head) throw new Error(`nobody at ${firm.name}`);
  // Some keep the books or the purchasing of two firms.
  const adviser = advisers.pop();
  if (adviser && chance.happens(0.5))
    people.meetAgain(group, id, adviser, firm, chance.of([...BUYERS, ...OTHERS]));
  if (firm.place.country === 'SK' && rest.length > 1) advisers.push(rest[rest.length - 1] ?? head);
  const [product, ...others] = chance.shuffled(RANGE).slice(0, 3);
  const meetings = meetingsWith(group, id, firm, [head, ...rest], [product ?? RANGE[0], ...others], setting);
  visits.complete(group, firm, product ?? RANGE[0]);
  objections.from(group, id, firm, meetings);
  promises.from(group, id, meetings);
  for (let count = contractsOf(firm, order); count > 0; count -= 1)
    contracts.sign(group, id, firm.status === 'prospect' ? 'negotiated' : undefined);
  addClientChecklist(group, id, firm, setting);
  plans.plan(group, id, firm, [head, ...rest]);
  plans.call(group, id, firm, [head, ...rest]);
  return group;
}

function contractsOf({ tier, status }: Firm, order: number): number {
  if (status === 'prospect') return tier === 'a' ? 1 : 0;
  if (status !== 'active') return 0;
  return { key: 2, a: 1, b: order % 4 === 0 ? 1 : 0, c: 0 }[tier ?? 'c'];
}

function addClientChecklist(group: DemoRecord[], client: string, firm: Firm, setting: Setting): void {
  if (firm.status === 'prospect') {
    const share = setting.chance.between(2, 8) / 10;
    startChecklist(group, { client }, 'builtin:client-new', share, setting);
    if (firm.tier === 'a')
      startChecklist(group, { client }, 'builtin:client-signature-readiness', 0.4, setting);
  }
  if (firm.status === 'dormant') startChecklist(group, { client }, 'builtin:client-hand-over', 0.2, setting);
}
