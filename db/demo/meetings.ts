/** A year of visits, calls and letters with one client, each written as the manager would write it. */
import { usualEnd } from '#shared/domain/meetings/meeting-times.ts';
import { addDays } from '#shared/domain/time/day.ts';
import type { Firm } from './firms.ts';
import { ZONES, inOfficeHours, workdayAfter, workdayBefore } from './moments.ts';
import type { Person } from './people.ts';
import type { Product } from './range.ts';
import type { DemoRecord, Setting } from './record.ts';
import { fillSentence } from './sentence.ts';
import { COURSES, TALKS, type Talk } from './talks.ts';

export interface Meeting {
  readonly id: string;
  readonly happenedAt: number;
  readonly person: Person;
  readonly product: Product;
}

const YEAR = 360;
/** For so many days a next step counts as open. */
const REMEMBERED = 90;
/** How long clients that were lost have been silent, in days. */
const SILENCE = { prospect: 0, active: 0, dormant: 120, former: 200 } as const;
/** Talks in the year, by tier. */
const COUNTS = { key: 9, a: 6, b: 3, c: 2 } as const;

export function meetingsWith(
  into: DemoRecord[],
  client: string,
  firm: Firm,
  people: readonly [Person, ...Person[]],
  products: readonly [Product, ...Product[]],
  setting: Setting,
): Meeting[] {
  const { chance, me, colleagues, today, now } = setting;
  const count = COUNTS[firm.tier ?? 'c'] + chance.between(0, 2);
  const silence = SILENCE[firm.status];
  const zone = ZONES[firm.place.country];
  const step = Math.floor((YEAR - silence) / count);
  const meetings: Meeting[] = [];
  for (const [order, talk] of talksFor(firm, count, setting).entries()) {
    const daysAgo = silence + step * (count - 1 - order) + chance.between(0, Math.min(step - 1, 12));
    const day = workdayBefore(addDays(today, -daysAgo));
    const happenedAt = inOfficeHours(day, zone, chance, now);
    const person = chance.happens(0.6) ? people[0] : chance.of(people);
    const product = chance.of(products);
    const facts = { person, product };
    const id = setting.newId();
    const others = talk.kind === 'meeting' ? people.filter((other) => other !== person).slice(0, 1) : [];
    const met = [person, ...others].map(({ id: one }) => one);
    const held = talk.kind === 'meeting' ? setting.newId() : null;
    if (held) into.push(heldMeeting(held, { client, firm, people: met, startsAt: happenedAt, zone }, me));
    into.push({
      entity: 'interaction',
      id,
      values: {
        client,
        kind: talk.kind,
        happenedAt,
        zone,
        meeting: held,
        people: talk.kind === 'note' ? null : met,
        summary: fillSentence(talk.text, facts, chance),
        ...nextStepOf(talk, day, { isLast: order === count - 1, daysAgo }, setting),
        author: chance.happens(0.1) ? chance.of(colleagues) : me,
      },
    });
    meetings.push({ id, happenedAt, person, product });
  }
  return meetings;
}

interface Held {
  client: string;
  firm: Firm;
  people: string[];
  startsAt: number;
  zone: string;
}

/** The meeting that a talk is the record of. */
function heldMeeting(id: string, { client, firm, people, startsAt, zone }: Held, me: string): DemoRecord {
  const type = firm.status === 'prospect' ? 'presentation' : 'review';
  const values = { client, type, status: 'held', startsAt, endsAt: usualEnd(startsAt, type), zone, people };
  return { entity: 'meeting', id, values: { ...values, place: firm.place.town, ours: [me] } };
}

/** What was agreed in the last talk is still ahead, mostly; what was agreed shortly before it is done. */
function nextStepOf(
  { next }: Talk,
  day: string,
  { isLast, daysAgo }: { isLast: boolean; daysAgo: number },
  { chance, today }: Setting,
) {
  if (!next || (!isLast && daysAgo < REMEMBERED)) return {};
  const planned = workdayAfter(addDays(day, next[1]));
  const isAhead = !isLast || planned >= today || daysAgo > REMEMBERED || chance.happens(0.3);
  return {
    nextStep: next[0],
    nextStepOn: isAhead ? planned : workdayAfter(addDays(today, chance.between(1, 14))),
  };
}

/** As many talks as asked for, along the course of the relationship; none twice while others are left. */
function talksFor(firm: Firm, count: number, { chance }: Setting): Talk[] {
  const course = COURSES[firm.status];
  const left = new Map<string, Talk[]>();
  return Array.from({ length: count }, (_, order) => {
    const stage = course[Math.floor((order * course.length) / Math.max(count, course.length))] ?? course[0];
    let talks = left.get(stage) ?? [];
    if (talks.length === 0) talks = chance.shuffled(TALKS[stage]);
    const talk = talks.pop();
    left.set(stage, talks);
    if (!talk) throw new Error(`no talk for ${stage}`);
    return talk;
  });
}
