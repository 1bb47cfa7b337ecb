/** Logging what happened, and correcting it. */
import { invalid, notFound, refused } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { winnerId } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import { type Transaction, type Written, write } from '#main/data/write.ts';
import { client } from '#shared/entities/clients.ts';
import { todayIn } from '#shared/domain/time/day.ts';
import type { NewValues, RecordOf, Values } from '#shared/entities/define.ts';
import { interaction, meeting, type trip } from '#shared/entities/meetings.ts';
import type { objection } from '#shared/entities/objections.ts';
import type { HeardPromise } from '#shared/contract/promises.ts';
import { attach } from '../attachments/steps.ts';
import { raiseObjection } from '../objections/steps.ts';
import { makePromise } from '../promises/steps.ts';
import { writeTrip } from '../trips/steps.ts';
import { holdMeeting } from './steps.ts';
import { NEWEST_OF } from './versions.ts';

type LogValues = Omit<NewValues<typeof interaction>, 'author' | 'corrects'>;
type Heard = Pick<NewValues<typeof objection>, 'text'> &
  Partial<Omit<NewValues<typeof objection>, 'client' | 'contact' | 'interaction' | 'raisedAt'>> & {
    id: string;
  };

type Driven = Omit<NewValues<typeof trip>, 'client' | 'member' | 'interaction' | 'on'> & { id: string };

export interface Logged {
  id: string;
  values: LogValues;
  objections: readonly Heard[];
  promises: readonly HeardPromise[];
  trip?: Driven | undefined;
  attachments?: readonly { id: string; caption?: string | null; duration?: number | null }[];
}

/** The entry, what was heard in it, the way there and the end of the planned meeting are one action. */
export function logInteraction(base: Base, input: Logged): Written {
  const { id, values, trip: driven } = input;
  checkEnd(values);
  return write(base, labelOf(base, 'interactionLogged', values.client), (tx) => {
    if (!tx.read(client, values.client)) throw notFound('client', values.client);
    // Sent again after somebody has planned on: what the meeting became since stays.
    const isNew = !readRecord(tx.db, interaction, id);
    tx.create(interaction, id, { ...values, author: tx.member });
    for (const heard of input.objections) raiseHeard(tx, id, values, heard);
    for (const heard of input.promises) makeHeard(tx, id, values, heard);
    if (driven) driveTo(tx, id, values, driven);
    for (const { id: sent, ...rest } of input.attachments ?? [])
      attach(tx, sent, { ...rest, client: values.client, interaction: id, meeting: values.meeting ?? null });
    if (isNew && values.meeting && tx.read(meeting, values.meeting)) holdMeeting(tx, values.meeting);
  });
}

/** Who said it is known only where a single person was met. */
function personMet({ people }: LogValues): string | null {
  return people?.length === 1 ? (people[0] ?? null) : null;
}

function raiseHeard(tx: Transaction, from: string, values: LogValues, heard: Heard): void {
  const { id, outcome = 'open', ...rest } = heard;
  raiseObjection(tx, id, {
    ...rest,
    outcome,
    client: values.client,
    contact: personMet(values),
    interaction: from,
    raisedAt: values.happenedAt,
  });
}

function makeHeard(tx: Transaction, from: string, values: LogValues, heard: HeardPromise): void {
  const { id, contact = personMet(values), ...rest } = heard;
  makePromise(tx, id, {
    ...rest,
    contact,
    client: values.client,
    promisedAt: values.happenedAt,
    interaction: from,
    meeting: values.meeting ?? null,
  });
}

/** On the day of the visit where it was. */
function driveTo(tx: Transaction, to: string, values: LogValues, { id, ...driven }: Driven): void {
  const on = todayIn(values.zone, values.happenedAt);
  writeTrip(tx, id, { ...driven, client: values.client, interaction: to, on });
}

/**
 * Writes a version that corrects the newest one of the entry, whichever version the screen had open. An entry
 * stays with its client: the objections heard in it and the history of the client stand on it.
 */
export function correctInteraction(
  base: Base,
  input: { id: string; corrects: string; values: LogValues },
): Written {
  const { id, values } = input;
  return write(base, labelOf(base, 'interactionCorrected', values.client), (tx) => {
    // A retry must not find the correction itself as the newest version.
    if (readRecord(tx.db, interaction, id)) return;
    const newest = statement<{ id: string }>(tx.db, NEWEST_OF).get(input.corrects);
    const before = newest && tx.read(interaction, newest.id);
    if (!before) throw notFound('interaction', input.corrects);
    if (winnerId(tx.db, before.client) !== winnerId(tx.db, values.client)) throw refused('otherClient');
    const corrected = { ...saidIn(before), ...named(values), client: before.client };
    checkEnd(corrected);
    tx.create(interaction, id, { ...corrected, corrects: before.id, author: tx.member });
  });
}

/** A correction names what it corrects; everything else was said as it stands. */
function saidIn(before: RecordOf<typeof interaction>): LogValues {
  const { corrects: _, author: __, ...said } = valuesOf(before);
  return said;
}

function valuesOf(record: RecordOf<typeof interaction>): Values<typeof interaction.fields> {
  const names = Object.keys(interaction.fields) as (keyof typeof interaction.fields)[];
  return Object.fromEntries(names.map((name) => [name, record[name]])) as Values<typeof interaction.fields>;
}

function named(values: LogValues): LogValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as LogValues;
}

function checkEnd({ happenedAt, endedAt }: LogValues): void {
  if (endedAt != null && endedAt < happenedAt)
    throw invalid([{ field: 'endedAt', problem: 'endsBeforeStart' }]);
}

function labelOf(base: Base, key: string, clientId: string) {
  return { key, params: { name: readRecord(base.reader, client, clientId)?.name ?? '' } };
}
