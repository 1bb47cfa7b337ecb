/** How long our departments take to answer, and how often they are late. */
import { Temporal } from 'temporal-polyfill';
import { fold } from '../text/fold.ts';

export interface AskedOf {
  department: string;
  /** UTC milliseconds. */
  askedAt: number;
  answeredAt: number | null;
  /** `YYYY-MM-DD`. */
  answerBy: string | null;
}

export interface AnswerTime {
  /** As it is written most often; case and accents make no other department. */
  department: string;
  requests: number;
  answered: number;
  /** Calendar days in `zone`; null while nothing is answered. */
  medianDays: number | null;
  late: number;
  withDay: number;
}

/** Departments with the most requests first. */
export function answerTimes(requests: readonly AskedOf[], today: string, zone: string): AnswerTime[] {
  const dayOf = daysOf(zone);
  const times = [...Map.groupBy(requests, (one) => fold(one.department)).values()].map((all) => {
    const days = all.flatMap(({ askedAt, answeredAt }) =>
      answeredAt === null
        ? []
        : [Math.max(0, (midnight(dayOf(answeredAt)) - midnight(dayOf(askedAt))) / DAY)],
    );
    const dated = all.filter((one) => one.answerBy !== null);
    const isLate = ({ answerBy, answeredAt }: AskedOf) =>
      (answerBy ?? '') < (answeredAt === null ? today : dayOf(answeredAt));
    return {
      department: commonest(all.map((one) => one.department)),
      requests: all.length,
      answered: days.length,
      medianDays: median(days),
      late: dated.filter(isLate).length,
      withDay: dated.length,
    };
  });
  return times.toSorted((a, b) => b.requests - a.requests || (a.department < b.department ? -1 : 1));
}

const DAY = 86_400_000;

/** Of a day, in UTC, where all days are equally long. */
const midnight = (day: string) => Date.parse(day);

/** The day of an instant. Reckoning it anew is dear, so the bounds of each day met are kept, by the UTC day of the instant. */
function daysOf(zone: string): (instant: number) => string {
  const known = new Map<number, { from: number; to: number; day: string }[]>();
  return (instant) => {
    const key = Math.floor(instant / DAY);
    const met = known.get(key) ?? [];
    const found = met.find(({ from, to }) => from <= instant && instant < to);
    if (found) return found.day;
    const start = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).startOfDay();
    const to = start.add({ days: 1 }).epochMilliseconds;
    const span = { from: start.epochMilliseconds, to, day: start.toPlainDate().toString() };
    known.set(key, [...met, span]);
    return span.day;
  };
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const high = sorted[sorted.length >> 1];
  const low = sorted[(sorted.length - 1) >> 1];
  return high === undefined || low === undefined ? null : (low + high) / 2;
}

function commonest(names: readonly string[]): string {
  const counts = Map.groupBy(names, (name) => name);
  const [most = ''] = [...counts.keys()].toSorted(
    (a, b) => (counts.get(b)?.length ?? 0) - (counts.get(a)?.length ?? 0),
  );
  return most;
}
