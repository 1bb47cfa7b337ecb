import { describe, expect, test } from 'vitest';
import {
  fieldsShown,
  groupConflicts,
  hasChangedSince,
  minesLost,
  sidesOf,
} from '#renderer/features/sync/conflict-sides.ts';
import type { ConflictRow } from '#shared/contract/sync.ts';

const term = (noticeMonths: number, endsOn = '2027-12-31') => ({
  startsOn: '2026-01-01',
  endsOn,
  noticeMonths,
  renews: true,
});
const side = (value: Record<string, unknown> | null, mine: boolean) => ({
  value,
  by: mine ? 'me' : 'peter',
  byName: null,
  at: 0,
  mine,
});
const row = (patch: Partial<ConflictRow>): ConflictRow => ({
  id: '1',
  kind: 'value',
  entity: 'contract',
  record: 'r',
  title: 'Rámcová zmluva',
  client: { id: 'c', name: 'Lipová píla' },
  unit: 'term',
  before: term(3),
  kept: side(term(2), false),
  lost: side(term(6), true),
  now: term(2),
  choice: null,
  resolvedAt: null,
  resolvedByName: null,
  names: {},
  here: true,
  ...patch,
});

describe('the layout of a conflict', () => {
  test('mine stands on the left, whether it lost or stands', () => {
    expect(sidesOf(row({}))).toEqual(['lost', 'kept']);
    expect(sidesOf(row({ kept: side(term(2), true), lost: side(term(6), false) }))).toEqual(['kept', 'lost']);
    expect(sidesOf(row({ kept: side(term(2), false), lost: side(term(6), false) }))).toEqual([
      'lost',
      'kept',
    ]);
  });

  test('of a unit of several fields only those are shown that differ', () => {
    expect(fieldsShown(row({}))).toEqual(['noticeMonths']);
    expect(fieldsShown(row({ lost: side(term(6, '2028-06-30'), true) }))).toEqual(['endsOn', 'noticeMonths']);
  });

  test('a value before that is no longer known does not count as a difference', () => {
    expect(fieldsShown(row({ before: null }))).toEqual(['noticeMonths']);
  });

  test('what has changed since belongs to what differs', () => {
    const later = row({ now: term(2, '2029-01-01') });
    expect(hasChangedSince(later)).toBe(true);
    expect(fieldsShown(later)).toEqual(['endsOn', 'noticeMonths']);
    expect(hasChangedSince(row({}))).toBe(false);
    expect(hasChangedSince(row({ now: null }))).toBe(false);
  });

  test('beside a removal stands all that the other side wrote', () => {
    const removed = row({
      kind: 'deleted',
      unit: '$deleted',
      lost: side(null, false),
      kept: side({ status: 'signed' }, true),
    });
    expect(fieldsShown(removed)).toEqual(['status']);
    expect(fieldsShown(row({ kind: 'deleted', kept: side(null, false), lost: side(null, true) }))).toEqual(
      [],
    );
  });
});

describe('groups', () => {
  test('by client, what belongs to none together', () => {
    const other = { id: 'd', name: 'Dubová píla' };
    const rows = [
      row({ id: '1' }),
      row({ id: '2', client: other }),
      row({ id: '3' }),
      row({ id: '4', client: null }),
    ];
    expect(
      groupConflicts(rows).map(({ client, rows: own }) => [client?.name, own.map(({ id }) => id)]),
    ).toEqual([
      ['Lipová píla', ['1', '3']],
      ['Dubová píla', ['2']],
      [undefined, ['4']],
    ]);
  });

  test('"all mine" means values that lost and are mine', () => {
    const rows = [
      row({ id: '1' }),
      row({ id: '2', lost: side(term(6), false), kept: side(term(2), true) }),
      row({ id: '3', kept: side(term(2), true) }),
    ];
    expect(minesLost(rows).map(({ id }) => id)).toEqual(['1']);
  });
});
