/** Objections heard in talks with a client, each with the outcomes it has come to so far. */
import { addDays, todayIn } from '#shared/domain/time/day.ts';
import type { OBJECTION_OUTCOMES } from '#shared/entities/objections.ts';
import { COMPLAINTS, type Complaint } from './complaints.ts';
import type { Firm } from './firms.ts';
import type { Meeting } from './meetings.ts';
import { workdayAfter } from './moments.ts';
import { COMPETITORS } from './range.ts';
import type { DemoRecord, Setting } from './record.ts';
import { fillSentence } from './sentence.ts';

type Outcome = (typeof OBJECTION_OUTCOMES)[number];

/** How objections end, by chance; a course of two first ended in part. */
const COURSES: readonly (readonly Outcome[])[] = [
  [],
  [],
  [],
  [],
  ['overcome'],
  ['overcome'],
  ['overcome'],
  ['partly'],
  ['partly', 'overcome'],
  ['stands'],
  ['partly', 'stands'],
];
const DAY = 86_400_000;
const MINUTE = 60_000;
const ZONE = 'Europe/Bratislava';

/** What was heard of late is open still, what was heard long ago has come to some end. */
function coursesAfter(age: number): typeof COURSES {
  if (age < 30 * DAY) return [[]];
  return age > 100 * DAY ? COURSES.filter(({ length }) => length > 0) : COURSES;
}

/** Deals out the complaints, so that all of them occur before one is heard again. */
export function createObjections(setting: Setting) {
  const { chance, newId, now, me } = setting;
  let pile: Complaint[] = [];

  const nextComplaint = (): Complaint => {
    if (pile.length === 0) pile = chance.shuffled(COMPLAINTS);
    const complaint = pile.pop();
    if (!complaint) throw new Error('no complaint to choose from');
    return complaint;
  };

  const add = (into: DemoRecord[], client: string, meeting: Meeting): void => {
    const { happenedAt, person, product } = meeting;
    const complaint = nextComplaint();
    const course = chance.of(coursesAfter(now - happenedAt));
    const rival = chance.of(COMPETITORS);
    const facts = { person, product, rival };
    const answers = complaint.answers.map((answer) => fillSentence(answer, facts, chance));
    const last = course.at(-1);
    const answer =
      last === undefined ? (chance.happens(0.4) ? answers[0] : null) : answers[last === 'overcome' ? 1 : 0];
    const isOpen = last === undefined;
    const id = newId();
    into.push({
      entity: 'objection',
      id,
      values: {
        client,
        contact: person.id,
        interaction: meeting.id,
        raisedAt: happenedAt,
        text: fillSentence(complaint.text, facts, chance),
        kind: complaint.kind,
        product: product.name,
        competitor: complaint.text.includes('{rival}') || chance.happens(0.15) ? rival : null,
        answer,
        outcome: last ?? 'open',
        followUp: isOpen ? fillSentence(complaint.followUp, facts, chance) : null,
        followUpOn: isOpen ? workdayAfter(addDays(todayIn(ZONE, happenedAt), chance.between(5, 25))) : null,
      },
    });
    const pace = chance.between(4, 14) * DAY;
    for (const [order, outcome] of ['open' as const, ...course].entries()) {
      const at = Math.min(happenedAt + order * pace, now - (course.length - order) * MINUTE);
      into.push({
        entity: 'objectionEvent',
        id: newId(),
        values: {
          client,
          objection: id,
          outcome,
          answer:
            outcome === 'open'
              ? course.length === 0
                ? answer
                : null
              : answers[outcome === 'overcome' ? 1 : 0],
          happenedAt: at,
          author: me,
        },
      });
    }
  };

  return {
    /** Larger clients object more often. */
    from(into: DemoRecord[], client: string, firm: Firm, meetings: readonly Meeting[]): void {
      const count = { key: 2, a: 1, b: 1, c: 0 }[firm.tier ?? 'c'] + (chance.happens(0.3) ? 1 : 0);
      const [newest] = meetings.slice(-1);
      const order = [...(newest && firm.tier === 'key' ? [newest] : []), ...chance.shuffled(meetings)];
      for (const meeting of [...new Set(order)].slice(0, count)) add(into, client, meeting);
    },
  };
}
