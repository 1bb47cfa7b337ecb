/** What the user asks of our departments, and what they answered. */
import { notFound } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { type Transaction, type Written, write } from '#main/data/write.ts';
import type { EditValues } from '#shared/entities/define.ts';
import { departmentRequest } from '#shared/entities/promises.ts';
import { makeRequest, type NewRequest } from './steps.ts';

export function createRequest(base: Base, id: string, values: NewRequest): Written {
  const label = { key: 'requestMade', params: { name: values.department } };
  return write(base, label, (tx) => makeRequest(tx, id, values));
}

export function editRequest(base: Base, id: string, values: EditValues<typeof departmentRequest>): Written {
  return change(base, id, 'requestEdited', (tx) => tx.edit(departmentRequest, id, values));
}

export function answerRequest(base: Base, id: string, answer: string): Written {
  return change(base, id, 'requestAnswered', (tx) => {
    const before = tx.read(departmentRequest, id);
    if (!before) throw notFound('departmentRequest', id);
    tx.edit(departmentRequest, id, { answer, answeredAt: before.answeredAt ?? tx.now });
  });
}

export function reopenRequest(base: Base, id: string): Written {
  return change(base, id, 'requestReopened', (tx) => tx.edit(departmentRequest, id, { answeredAt: null }));
}

function change(base: Base, id: string, key: string, work: (tx: Transaction) => void): Written {
  const name = readRecord(base.reader, departmentRequest, id)?.department ?? '';
  return write(base, { key, params: { name } }, work);
}
