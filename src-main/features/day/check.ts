/** The evening check: what would be forgotten if the day ended now, each with what puts it right. */
import type { Base } from '#main/data/base.ts';
import { statement } from '#main/data/statement.ts';
import { visitsBetween } from '#main/features/meetings/facts.ts';
import type { CheckLine } from '#shared/contract/day.ts';
import { headOf } from '#shared/domain/text/head-of.ts';
import { addDays } from '#shared/domain/time/day.ts';
import { dutiesBy } from './duties.ts';
import { meetingsUntil } from './meetings.ts';
import { draftsToComplete, entriesOfDay } from './overview.ts';

const KEY = 'dayLeft';
/** A meeting that nobody recorded is asked about for so long; after that nobody remembers what was said. */
const DAYS_BACK = 14;

interface Left {
  day: string;
  lines: string[];
}

export function readCheck(base: Base, asked: { day: string; zone: string }) {
  const left = leftOn(base, asked.day);
  const now = base.now();
  const entries = entriesOfDay(base, asked);
  const lines: CheckLine[] = [
    ...meetingsUntil(base, asked.day, asked.zone, DAYS_BACK)
      .filter(({ status, startsAt }) => status === 'planned' && startsAt <= now)
      .map((meeting) => line('meeting', meeting, meeting.title ?? '', meeting.startsAt)),
    ...dutiesBy(base, asked.day)
      .filter(({ on }) => on === asked.day)
      .map((duty) =>
        duty.kind === 'promiseOurs' || duty.kind === 'promiseTheirs'
          ? line('promise', duty, duty.text, null)
          : { ...line('duty', duty, duty.text, null), duty },
      ),
    ...entries
      .filter(({ nextStep, nextStepOn }) => nextStep === null && nextStepOn === null)
      .map((entry) => line('visit', entry, headOf(entry.summary ?? ''), entry.happenedAt)),
    ...draftsToComplete(base).map((draft): CheckLine => {
      const { key, client, clientName, updatedAt } = draft;
      return { kind: 'draft', id: key, client, clientName, text: '', at: updatedAt, draft, duty: null };
    }),
    ...visitsWithoutTrip(base, asked.day),
  ];
  return {
    lines: lines.filter(({ kind, id }) => !left.has(`${kind}:${id}`)),
    recorded: entries.length,
  };
}

/** Kept on this device, for that day only. */
export function leaveLine(base: Base, { day, kind, id }: { day: string; kind: string; id: string }): void {
  const left = leftOn(base, day);
  left.add(`${kind}:${id}`);
  base.settings.set(KEY, { day, lines: [...left] } satisfies Left);
}

function leftOn(base: Base, day: string): Set<string> {
  const kept = base.settings.get(KEY) as Left | undefined;
  return new Set(kept?.day === day ? kept.lines : []);
}

function line(
  kind: CheckLine['kind'],
  { id, client, clientName }: { id: string; client: string; clientName: string },
  text: string,
  at: number | null,
): CheckLine {
  return { kind, id, client, clientName, text, at, draft: null, duty: null };
}

/** Without a trip log in use nobody is asked for kilometres. */
function visitsWithoutTrip(base: Base, day: string): CheckLine[] {
  const used = statement(base.reader, 'SELECT 1 FROM trip WHERE deleted_at IS NULL LIMIT 1').get();
  if (!used) return [];
  return visitsBetween(base, base.member(), day, addDays(day, 1))
    .filter(({ hasTrip }) => !hasTrip)
    .map(({ interaction, client, clientName, place }) =>
      line('trip', { id: interaction, client, clientName }, place ?? '', null),
    );
}
