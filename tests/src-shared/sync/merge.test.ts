import { describe, expect, test } from 'vitest';
import { conflict } from '#shared/entities/conflicts.ts';
import { entities } from '#shared/entities/index.ts';
import { UNSET } from '#shared/sync/change.ts';
import type { WireChange } from '#shared/sync/wire.ts';
import { changeOf, idOf, MergeStore, NOW, stampAt } from '../../helpers/merge-store.ts';

const firm = idOf('client', 1);

function withClient(): MergeStore {
  const store = new MergeStore();
  const units = { name: { name: 'Stavmat' }, status: { status: 'prospect' }, segment: { segment: 'stavba' } };
  expect(store.apply(changeOf({ id: firm, entity: 'client', kind: 'create', units })).status).toBe('applied');
  return store;
}

const edit = (
  number: number,
  units: WireChange['units'],
  given: Partial<WireChange> & { by?: number; minutes?: number } = {},
) =>
  changeOf({
    id: idOf('change', number),
    entity: 'client',
    kind: 'set',
    record: firm,
    units,
    base: Object.fromEntries(Object.keys(units ?? {}).map((unit) => [unit, firm])),
    ...given,
  });

describe('a create', () => {
  test('makes the record whole, with a state for each unit that has a value', () => {
    const store = withClient();
    const { data, units, createdBy, createdAt, deletedAt, root } = store.record(firm);
    expect(data).toEqual({
      ...Object.fromEntries(Object.keys(entities.client.fields).map((f) => [f, null])),
      name: 'Stavmat',
      status: 'prospect',
      segment: 'stavba',
    });
    expect(Object.keys(units).sort()).toEqual(['name', 'segment', 'status']);
    expect(units['name']).toEqual({ change: firm, hlc: stampAt(0), actor: idOf('member', 1) });
    expect({ createdBy, createdAt, deletedAt, root }).toEqual({
      createdBy: idOf('member', 1),
      createdAt: NOW,
      deletedAt: null,
      root: firm,
    });
  });

  test('of a known record is the same one again, or an edit of what differs', () => {
    const store = withClient();
    const again = (units: WireChange['units']) =>
      store.apply(changeOf({ id: firm, entity: 'client', kind: 'create', units, by: 2, minutes: 1 }));
    const same = { name: { name: 'Stavmat' }, status: { status: 'prospect' } };
    expect(again(same)).toMatchObject({ status: 'duplicate', written: [] });
    expect(again({ ...same, segment: { segment: 'kov' } }).status).toBe('applied');
    expect(store.record(firm).data).toMatchObject({ name: 'Stavmat', segment: 'kov' });
    // the first value stays in history under the id of the first create
    expect(store.history.get(`${firm} segment ${firm}`)?.value).toEqual({ segment: 'stavba' });
    expect(again({ ...same, segment: { segment: 'kov' } }).status).toBe('duplicate');
  });

  test('brings back what was deleted only when it says something new', () => {
    const store = withClient();
    const remove = {
      id: idOf('change', 1),
      entity: 'client',
      kind: 'delete',
      record: firm,
      seen: 1,
    } as const;
    store.apply(changeOf(remove));
    const again = (name: string) => {
      const units = { name: { name }, status: { status: 'prospect' } };
      return store.apply(changeOf({ id: firm, entity: 'client', kind: 'create', units, by: 2, minutes: 5 }));
    };
    expect(again('Stavmat').status).toBe('duplicate');
    expect(store.record(firm).deletedAt).not.toBeNull();
    expect(again('Iný').status).toBe('conflict');
    expect(store.record(firm).deletedAt).toBeNull();
  });
});

describe('an edit of what its author saw', () => {
  test('wins, and is stamped after it although the clock of the device is behind', () => {
    const store = withClient();
    const outcome = store.apply(edit(1, { status: { status: 'active' } }, { minutes: -15_000, by: 2 }));
    expect(outcome).toMatchObject({ status: 'applied', conflicts: [] });
    expect(store.record(firm).data['status']).toBe('active');
    const { hlc } = store.record(firm).units['status'] ?? { hlc: '' };
    expect(hlc > stampAt(0)).toBe(true);
    expect(hlc.slice(16)).toBe(stampAt(0, 2).slice(16));
  });

  test('leaves units alone that it does not name, and fields of a unit that an older device does not know', () => {
    const store = withClient();
    store.apply(edit(1, { address: { street: 'Hlavná 1', town: 'Nitra', postcode: null, country: 'SK' } }));
    store.apply(
      edit(
        2,
        { address: { street: 'Dlhá 2', town: 'Nitra', postcode: '949 01' } },
        { base: { address: idOf('change', 1) }, minutes: 1 },
      ),
    );
    expect(store.record(firm).data).toMatchObject({
      name: 'Stavmat',
      street: 'Dlhá 2',
      postcode: '949 01',
      country: 'SK',
    });
  });
});

describe('two edits of the same unit', () => {
  test('one made where nothing was, while the create had a value for it: not what its author saw', () => {
    const store = withClient();
    const base = { name: UNSET, tier: UNSET };
    const outcome = store.apply(edit(1, { name: { name: 'Iný' }, tier: { tier: 'a' } }, { base, by: 2 }));
    expect(outcome.status).toBe('conflict');
    expect(
      [...store.conflicts.values()].map(({ data }) => [data['unit'], data['before'], data['lost']]),
    ).toEqual([['name', { name: null }, { name: 'Stavmat' }]]);
    expect(store.record(firm).data['tier']).toBe('a');
  });

  test.each([
    ['in the order of their stamps', [1, 2]],
    ['the later one first', [2, 1]],
  ])('%s: the later one stands and the other one is on the conflict desk', (_, order) => {
    const store = withClient();
    const statuses: Record<number, string> = {};
    for (const by of order) {
      const value = by === 1 ? 'active' : 'dormant';
      statuses[by] = store.apply(edit(by, { status: { status: value } }, { by, minutes: by })).status;
    }
    expect(store.record(firm).data['status']).toBe('dormant');
    expect(statuses[order[1] ?? 0]).toBe('conflict');
    const [about] = [...store.conflicts.values()];
    expect(store.conflicts.size).toBe(1);
    expect(about?.data).toMatchObject({
      about: firm,
      kind: 'value',
      entity: 'client',
      record: firm,
      unit: 'status',
      before: { status: 'prospect' },
      kept: { status: 'dormant' },
      keptBy: idOf('member', 2),
      keptAt: NOW + 120_000,
      lost: { status: 'active' },
      lostChange: idOf('change', 1),
      lostBy: idOf('member', 1),
      choice: null,
    });
    expect(conflict.create.safeParse(about?.data).success).toBe(true);
  });

  test('of one that is not important: the other one is in history alone', () => {
    const store = withClient();
    store.apply(edit(2, { segment: { segment: 'kov' } }, { minutes: 2 }));
    const late = store.apply(edit(1, { segment: { segment: 'drevo' } }, { minutes: 1, by: 2 }));
    expect(late).toMatchObject({ status: 'superseded', conflicts: [] });
    expect(late.written).toEqual([
      {
        unit: 'segment',
        value: { segment: 'drevo' },
        change: idOf('change', 1),
        hlc: stampAt(1, 2),
        actor: idOf('member', 2),
        inForce: false,
      },
    ]);
    expect(store.record(firm).data['segment']).toBe('kov');
  });

  test('that say the same are no conflict', () => {
    const store = withClient();
    store.apply(edit(1, { status: { status: 'active' } }));
    expect(store.apply(edit(2, { status: { status: 'active' } }, { by: 2, minutes: 3 }))).toMatchObject({
      status: 'applied',
      conflicts: [],
    });
  });

  test('go on from a value that lost: it is what the conflict names as before', () => {
    const store = withClient();
    store.apply(edit(1, { status: { status: 'active' } }, { minutes: 5 }));
    store.apply(edit(2, { status: { status: 'dormant' } }, { minutes: 1, by: 2 }));
    store.apply(
      edit(3, { status: { status: 'former' } }, { minutes: 2, by: 2, base: { status: idOf('change', 2) } }),
    );
    expect(store.record(firm).data['status']).toBe('active');
    expect([...store.conflicts.values()].map(({ data }) => data['before'])).toEqual([
      { status: 'prospect' },
      { status: 'dormant' },
    ]);
  });

  test('of telephones are joined, and what nobody wrote gets an id of its own', () => {
    const store = withClient();
    const phones = (...numbers: string[]) => ({
      phones: { phones: numbers.map((value) => ({ value, kind: 'work' })) },
    });
    store.apply(edit(1, phones('+421905111111')));
    const outcome = store.apply(edit(2, phones('+421905222222'), { by: 2, minutes: 1 }));
    expect(outcome).toMatchObject({ status: 'merged', conflicts: [] });
    expect(store.record(firm).data['phones']).toEqual([
      ...phones('+421905111111', '+421905222222').phones.phones,
    ]);
    expect(store.record(firm).units['phones']?.change).not.toBe(idOf('change', 2));
    // the author of the second goes on from what he wrote, not having seen the first one's number
    store.apply(
      edit(3, phones('+421905222222', '+421905333333'), {
        by: 2,
        minutes: 2,
        base: { phones: idOf('change', 2) },
      }),
    );
    expect((store.record(firm).data['phones'] as unknown[]).length).toBe(3);
  });

  test('of telephones that would be too many: the later list stands, the other one is on the conflict desk', () => {
    const store = withClient();
    const list = (from: number) => ({
      phones: {
        phones: Array.from({ length: 15 }, (_, i) => ({ value: `+4219050000${from + i}`, kind: 'work' })),
      },
    });
    store.apply(edit(1, list(10)));
    expect(store.apply(edit(2, list(40), { by: 2, minutes: 1 })).status).toBe('conflict');
    expect(store.record(firm).data['phones']).toEqual(list(40).phones.phones);
    expect(store.conflicts.size).toBe(1);
  });

  test('of a long text take the merged words, and where these overlap the later one', () => {
    const store = withClient();
    store.apply(edit(1, { notes: { notes: 'chce zľavu ráno' } }));
    const merged = store.apply(edit(2, { notes: { notes: 'chce rabat' } }, { by: 2, minutes: 1 }), {
      mergedTexts: { notes: { text: 'chce rabat ráno' } },
    });
    expect(merged).toMatchObject({ status: 'merged', conflicts: [] });
    expect(merged.written.map(({ value, inForce }) => [value, inForce])).toEqual([
      [{ notes: 'chce rabat' }, false],
      [{ notes: 'chce rabat ráno' }, true],
    ]);
    const overlap = store.apply(edit(3, { notes: { notes: 'nechce nič' } }, { by: 3, minutes: 2 }));
    expect(overlap.status).toBe('conflict');
    expect([...store.conflicts.values()][0]?.data).toMatchObject({
      kind: 'text',
      lost: { notes: 'chce rabat ráno' },
    });
  });
});

describe('ticks of one checklist item', () => {
  const item = idOf('checklistItem', 1);
  function ticked(first: object, second: object) {
    const store = new MergeStore();
    const units = {
      client: { client: firm },
      checklist: { checklist: idOf('checklist', 1) },
      text: { text: 'Podpis' },
      rank: { rank: 'a0' },
    };
    const given = { entity: 'checklistItem', record: item, root: firm } as const;
    store.apply(changeOf({ ...given, id: item, kind: 'create', units }));
    const tick = (number: number, done: object, base: string) =>
      changeOf({
        ...given,
        id: idOf('tick', number),
        kind: 'set',
        units: { done: { doneAt: null, doneBy: null, ...done } },
        base: { done: base },
        by: number,
        minutes: number,
      });
    store.apply(tick(1, { doneAt: NOW, doneBy: idOf('member', 1) }, item));
    store.apply(tick(2, first, idOf('tick', 1)));
    return store.apply(tick(3, second, idOf('tick', 1)));
  }

  test('that are opposite go to the conflict desk', () => {
    expect(ticked({}, { doneAt: NOW + 5, doneBy: idOf('member', 3) }).conflicts).toHaveLength(1);
  });

  test('that say the same do not', () => {
    const both = ticked(
      { doneAt: NOW + 4, doneBy: idOf('member', 2) },
      { doneAt: NOW + 5, doneBy: idOf('member', 3) },
    );
    expect(both).toMatchObject({ status: 'applied', conflicts: [] });
  });
});

test('two bases that were joined: what the joining one says otherwise goes to the conflict desk, important or not', () => {
  const store = withClient();
  const joined = store.apply(edit(7, { segment: { segment: 'kov' } }, { base: {}, by: 2, minutes: 1 }));
  expect(joined.status).toBe('conflict');
  expect(joined.conflicts.map(({ record }) => record.data)).toMatchObject([
    { unit: 'segment', kept: { segment: 'kov' }, lost: { segment: 'stavba' } },
  ]);
});
