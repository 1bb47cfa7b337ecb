/** What the user does to a contract. */
import { invalid, notFound } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { type Written, write } from '#main/data/write.ts';
import { termProblems } from '#shared/domain/contracts/term-problems.ts';
import { client } from '#shared/entities/clients.ts';
import { contract } from '#shared/entities/contracts.ts';
import type { NewValues, Values } from '#shared/entities/define.ts';
import { removeContract } from './steps.ts';

export function createContract(base: Base, id: string, values: NewValues<typeof contract>): Written {
  return write(base, { key: 'contractCreated', params: { name: values.title } }, (tx) => {
    if (!tx.read(client, values.client)) throw notFound('client', values.client);
    refuseBadTerm(values);
    tx.create(contract, id, values);
  });
}

export function editContract(
  base: Base,
  id: string,
  values: Partial<Values<(typeof contract)['fields']>>,
): Written {
  return write(base, { key: 'contractEdited', params: { name: titleOf(base, id) } }, (tx) => {
    const before = tx.read(contract, id);
    if (!before) throw notFound('contract', id);
    // A bad term that is already stored (from a synchronised device) must not stop other edits.
    if ('startsOn' in values || 'endsOn' in values) refuseBadTerm({ ...before, ...values });
    tx.edit(contract, id, values);
  });
}

export function removeOneContract(base: Base, id: string): Written {
  return write(base, { key: 'contractRemoved', params: { name: titleOf(base, id) } }, (tx) =>
    removeContract(tx, id),
  );
}

function refuseBadTerm(values: { startsOn?: string | null; endsOn?: string | null }): void {
  const problems = termProblems(values);
  if (problems.length > 0) throw invalid(problems);
}

function titleOf(base: Base, id: string): string {
  return readRecord(base.reader, contract, id)?.title ?? '';
}
