/** Two records side by side, for whoever decides whether they are one. */
import { notFound } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { readRecord, type Row } from '#main/data/codec.ts';
import { isNamedIn } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import type { DuplicateKind, DuplicateSide } from '#shared/contract/duplicates.ts';
import { differingChoices } from '#shared/domain/join/merged-values.ts';
import { client, contact } from '#shared/entities/clients.ts';
import { countInteractionsOf } from '../meetings/facts.ts';
import { entriesOf } from './find-duplicates.ts';

export function compareDuplicates(
  base: Base,
  { kind, one, other }: { kind: DuplicateKind; one: string; other: string },
): { one: DuplicateSide; other: DuplicateSide; choices: string[][] } {
  const sides = { one: sideOf(base, kind, one), other: sideOf(base, kind, other) };
  const entity = kind === 'client' ? client : contact;
  return { ...sides, choices: differingChoices(entity, sides.one.values, sides.other.values) };
}

function sideOf(base: Base, kind: DuplicateKind, id: string): DuplicateSide {
  const entry = entriesOf(base, kind, [id]).get(id);
  const record = readRecord<typeof client | typeof contact>(
    base.reader,
    kind === 'client' ? client : contact,
    id,
  ) as (Row & { createdAt: number }) | undefined;
  if (!entry || !record) throw notFound(kind, id);
  const { id: _, createdAt, createdBy: __, deletedAt: ___, mergedInto: ____, ...values } = record;
  const interactions = kind === 'client' ? countInteractionsOf(base, id) : countTalks(base, id);
  return { ...entry, values, createdAt, interactions };
}

function countTalks({ reader }: Base, id: string): number {
  const sql = `SELECT count(*) AS total FROM interaction WHERE deleted_at IS NULL AND ${isNamedIn('people')}`;
  return statement<{ total: number }>(reader, sql).get(id)?.total ?? 0;
}
