/** What the user does to an objection on its own; one heard at a meeting is logged by `meetings`. */
import { notFound } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { type Written, write } from '#main/data/write.ts';
import { headOf } from '#shared/domain/text/head-of.ts';
import type { NewValues, Values } from '#shared/entities/define.ts';
import { objection, objectionEvent } from '#shared/entities/objections.ts';
import { raiseObjection, removeObjection } from './steps.ts';

export function createObjection(base: Base, id: string, values: NewValues<typeof objection>): Written {
  const label = { key: 'objectionRaised', params: { name: headOf(values.text) } };
  return write(base, label, (tx) => raiseObjection(tx, id, values));
}

/** A new outcome is kept as an event with the answer that led to it. */
export function editObjection(
  base: Base,
  id: string,
  values: Partial<Values<(typeof objection)['fields']>>,
): Written {
  const label = { key: 'objectionEdited', params: { name: nameOf(base, id) } };
  return write(base, label, (tx) => {
    const before = tx.read(objection, id);
    if (!before) throw notFound('objection', id);
    tx.edit(objection, id, values);
    const after = tx.read(objection, id);
    if (!after || after.outcome === before.outcome) return;
    tx.create(objectionEvent, tx.newId(), {
      client: after.client,
      objection: id,
      outcome: after.outcome,
      answer: after.answer,
      happenedAt: tx.now,
      author: tx.member,
    });
  });
}

export function removeOneObjection(base: Base, id: string): Written {
  const label = { key: 'objectionRemoved', params: { name: nameOf(base, id) } };
  return write(base, label, (tx) => removeObjection(tx, id));
}

function nameOf(base: Base, id: string): string {
  return headOf(readRecord(base.reader, objection, id)?.text ?? '');
}
