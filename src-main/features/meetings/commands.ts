/** Logging what happened, and correcting it. */
import { notFound, refused } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { statement } from '#main/data/statement.ts';
import { type Transaction, type Written, write } from '#main/data/write.ts';
import { client } from '#shared/entities/clients.ts';
import type { NewValues } from '#shared/entities/define.ts';
import { interaction } from '#shared/entities/meetings.ts';
import type { objection } from '#shared/entities/objections.ts';
import { raiseObjection } from '../objections/steps.ts';
import { NEWEST_OF } from './versions.ts';

type LogValues = Omit<NewValues<typeof interaction>, 'author' | 'corrects'>;
type Heard = Pick<NewValues<typeof objection>, 'text'> &
  Partial<Omit<NewValues<typeof objection>, 'client' | 'contact' | 'interaction' | 'raisedAt'>> & {
    id: string;
  };

/** The entry and the objections heard in it are one action. */
export function logInteraction(
  base: Base,
  input: { id: string; values: LogValues; objections: readonly Heard[] },
): Written {
  const { id, values } = input;
  return write(base, labelOf(base, 'interactionLogged', values.client), (tx) => {
    if (!tx.read(client, values.client)) throw notFound('client', values.client);
    tx.create(interaction, id, { ...values, author: tx.member });
    for (const heard of input.objections) raiseHeard(tx, id, values, heard);
  });
}

/** Who said it is known only where a single person was met. */
function raiseHeard(tx: Transaction, from: string, values: LogValues, heard: Heard): void {
  const { id, outcome = 'open', ...rest } = heard;
  raiseObjection(tx, id, {
    ...rest,
    outcome,
    client: values.client,
    contact: values.people?.length === 1 ? (values.people[0] ?? null) : null,
    interaction: from,
    raisedAt: values.happenedAt,
  });
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
    if (before.client !== values.client) throw refused('otherClient');
    tx.create(interaction, id, { ...values, corrects: before.id, author: tx.member });
  });
}

function labelOf(base: Base, key: string, clientId: string) {
  return { key, params: { name: readRecord(base.reader, client, clientId)?.name ?? '' } };
}
