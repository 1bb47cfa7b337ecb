/** What the user does to a promise; one heard in a visit is written by `meetings`. */
import { notFound, refused } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { todayHere } from '#main/data/today.ts';
import { type Transaction, type Written, write } from '#main/data/write.ts';
import type { NewPromise } from '#shared/contract/promises.ts';
import { headOf } from '#shared/domain/text/head-of.ts';
import type { EditValues } from '#shared/entities/define.ts';
import { promise } from '#shared/entities/promises.ts';
import { closePromise, makePromise, makeRequest } from './steps.ts';

export function createPromise(
  base: Base,
  input: { id: string; values: NewPromise; request: { id: string; answerBy: string | null } | null },
): Written {
  const { id, values, request } = input;
  return write(base, { key: 'promiseMade', params: { name: headOf(values.text) } }, (tx) => {
    makePromise(tx, id, values);
    if (!request || !values.department) return;
    const { client, text, department } = values;
    makeRequest(tx, request.id, { client, promise: id, department, text, answerBy: request.answerBy });
  });
}

export function editPromise(base: Base, id: string, values: EditValues<typeof promise>): Written {
  return change(base, id, 'promiseEdited', (tx) => {
    const moved = values.dueOn !== undefined && values.dueOn !== existing(tx, id).dueOn;
    tx.edit(promise, id, moved ? { ...values, ...AWAKE } : values);
  });
}

const CLOSED = {
  kept: 'promiseKept',
  broken: 'promiseBroken',
  withdrawn: 'promiseWithdrawn',
} as const;

export function endPromise(base: Base, id: string, state: keyof typeof CLOSED): Written {
  return change(base, id, CLOSED[state], (tx) => closePromise(tx, id, state));
}

export function reopenPromise(base: Base, id: string): Written {
  return change(base, id, 'promiseReopened', (tx) => tx.edit(promise, id, { state: 'open', closedAt: null }));
}

export function snoozePromise(base: Base, id: string, until: string, reason: string): Written {
  return change(base, id, 'promiseSnoozed', (tx) => {
    const { state, dueOn } = existing(tx, id);
    if (state !== 'open') throw refused('promiseClosed');
    if (dueOn === null) throw refused('promiseUndated');
    if (until <= todayHere(base)) throw refused('snoozeNotAhead');
    tx.edit(promise, id, { snoozedUntil: until, snoozeReason: reason });
  });
}

const AWAKE = { snoozedUntil: null, snoozeReason: null };

export function wakePromise(base: Base, id: string): Written {
  return change(base, id, 'promiseWoken', (tx) => tx.edit(promise, id, AWAKE));
}

function existing(tx: Transaction, id: string) {
  const record = tx.read(promise, id);
  if (!record) throw notFound('promise', id);
  return record;
}

function change(base: Base, id: string, key: string, work: (tx: Transaction) => void): Written {
  const name = headOf(readRecord(base.reader, promise, id)?.text ?? '');
  return write(base, { key, params: { name } }, work);
}
