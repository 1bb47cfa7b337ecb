/**
 * A conflict: two people changed the same unit without having seen each other, or one deleted what another changed.
 * The server writes it (src-shared/sync/merge.ts); taking a side is an ordinary edit of the record and of the conflict.
 */
import { defineEntity } from './define.ts';
import { choice, instant, reference, text, values } from './field.ts';

export const CONFLICT_KINDS = ['value', 'text', 'deleted'] as const;
export const CONFLICT_CHOICES = ['kept', 'restored', 'both'] as const;

export const conflict = defineEntity({
  name: 'conflict',
  table: 'conflict',
  root: 'about',
  fields: {
    /** Root of the record in question; null for one of the workspace. */
    about: text({ max: 36, fixed: true }),
    kind: choice(CONFLICT_KINDS, { required: true, fixed: true }),
    entity: text({ required: true, max: 60, fixed: true }),
    record: text({ required: true, max: 36, fixed: true }),
    unit: text({ required: true, max: 60, fixed: true }),
    /** {field: value} of the unit before both edits; null when it is no longer known. */
    before: values({ fixed: true, personal: true }),
    /** What stands in the record; null when it was deleted. */
    kept: values({ fixed: true, personal: true }),
    keptChange: text({ required: true, max: 36, fixed: true }),
    keptBy: reference('member', { required: true, fixed: true }),
    keptAt: instant({ required: true, fixed: true }),
    /** What lost; null when it was a deletion. */
    lost: values({ fixed: true, personal: true }),
    lostChange: text({ required: true, max: 36, fixed: true }),
    lostBy: reference('member', { required: true, fixed: true }),
    lostAt: instant({ required: true, fixed: true }),
    choice: choice(CONFLICT_CHOICES, { unit: 'resolution' }),
    resolvedBy: reference('member', { unit: 'resolution' }),
    resolvedAt: instant({ unit: 'resolution' }),
  },
});
