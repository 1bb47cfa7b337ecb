import { describe, expect, test } from 'vitest';
import { restoreRoot } from '#shared/sync/merge.ts';
import type { WireChange } from '#shared/sync/wire.ts';
import { changeOf, idOf, MergeStore, NOW, stampAt } from '../../helpers/merge-store.ts';

const firm = idOf('client', 1);
const paper = idOf('contract', 1);

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

describe('a deletion', () => {
  const remove = (given: object = {}) =>
    changeOf({
      id: idOf('change', 9),
      entity: 'client',
      kind: 'delete',
      record: firm,
      seen: 3,
      minutes: 9,
      ...given,
    });
  const theirs = { change: idOf('change', 1), hlc: stampAt(4, 2), actor: idOf('member', 2) };

  test('of what has not changed since takes the record away; once more changes nothing', () => {
    const store = withClient();
    expect(store.apply(remove()).status).toBe('applied');
    expect(store.record(firm).deletedAt).toBe(NOW + 9 * 60_000);
    const before = store.record(firm);
    expect(store.apply(remove({ id: idOf('change', 10), by: 2 })).status).toBe('superseded');
    expect(store.record(firm)).toBe(before);
  });

  test('of what somebody changed meanwhile leaves it, and says who', () => {
    const store = withClient();
    const outcome = store.apply(remove(), { changedSince: theirs });
    expect(outcome.status).toBe('conflict');
    expect(store.record(firm).deletedAt).toBeNull();
    expect([...store.conflicts.values()][0]?.data).toMatchObject({
      kind: 'deleted',
      unit: '$deleted',
      lost: null,
      lostChange: idOf('change', 9),
      keptBy: idOf('member', 2),
      keptAt: NOW + 4 * 60_000,
    });
  });

  test('is undone by an edit whose author had not seen it', () => {
    const store = withClient();
    store.apply(remove());
    const outcome = store.apply(edit(2, { segment: { segment: 'kov' } }, { by: 2, minutes: 20 }));
    expect(outcome.status).toBe('conflict');
    expect(store.record(firm)).toMatchObject({ deletedAt: null, data: { segment: 'kov' } });
    expect([...store.conflicts.values()][0]?.data).toMatchObject({
      kind: 'deleted',
      kept: { segment: 'kov' },
      lost: null,
      lostBy: idOf('member', 1),
    });
  });

  test('stays when the author of an edit had seen it', () => {
    const store = withClient();
    store.apply(remove());
    store.apply(
      edit(2, { segment: { segment: 'kov' } }, { base: { segment: firm, $deleted: idOf('change', 9) } }),
    );
    expect(store.record(firm).deletedAt).not.toBeNull();
  });

  test('is taken back by a restore', () => {
    const store = withClient();
    store.apply(remove());
    store.apply(changeOf({ id: idOf('change', 11), entity: 'client', kind: 'restore', record: firm }));
    expect(store.record(firm)).toMatchObject({
      deletedAt: null,
      units: { $deleted: { change: idOf('change', 11) } },
    });
  });

  test('of a client comes back when another device wrote something under it', () => {
    const store = withClient();
    store.apply(remove());
    const child = changeOf({
      id: paper,
      entity: 'contract',
      kind: 'create',
      root: firm,
      by: 2,
      units: { client: { client: firm } },
    });
    const root = { entity: 'client', id: firm, record: store.record(firm) };
    const outcome = restoreRoot({ change: child, serverNow: NOW }, root);
    expect(outcome?.record?.deletedAt).toBeNull();
    expect(outcome?.conflicts[0]?.record.data).toMatchObject({
      entity: 'client',
      record: firm,
      kind: 'deleted',
    });
    expect(
      restoreRoot({ change: child, serverNow: NOW }, { ...root, record: withClient().record(firm) }),
    ).toBeNull();
  });
});

describe('an erasure', () => {
  const person = idOf('contact', 1);
  test('of a client is not undone by what another device wrote under it', () => {
    const store = withClient();
    store.apply(changeOf({ id: idOf('change', 1), entity: 'client', kind: 'erase', record: firm }));
    const units = { client: { client: firm } };
    const child = changeOf({ id: paper, entity: 'contract', kind: 'create', root: firm, by: 2, units });
    const root = { entity: 'client', id: firm, record: store.record(firm) };
    expect(root.record.deletedAt).not.toBeNull();
    expect(restoreRoot({ change: child, serverNow: NOW }, root)).toBeNull();
  });

  test('leaves nothing personal, and nothing comes after it', () => {
    const store = new MergeStore();
    const given = { entity: 'contact', record: person } as const;
    const units = {
      name: { lastName: 'Kováč', firstName: 'Ján', titlesBefore: null, titlesAfter: null },
      notes: { notes: 'má psa' },
      language: { language: 'sk' },
    };
    store.apply(changeOf({ ...given, id: person, kind: 'create', units }));
    const outcome = store.apply(changeOf({ ...given, id: idOf('change', 1), kind: 'erase', by: 2 }));
    expect(JSON.stringify(store.record(person))).not.toMatch(/Kováč|Ján|psa/);
    expect(JSON.stringify(outcome.written)).not.toMatch(/Kováč|Ján|psa/);
    expect(store.record(person)).toMatchObject({ deletedAt: NOW, data: { language: 'sk', lastName: '' } });
    const late = changeOf({
      ...given,
      id: idOf('change', 2),
      kind: 'set',
      units: { notes: { notes: 'a mačku' } },
      base: {},
    });
    expect(store.apply(late, { isErased: true })).toMatchObject({ status: 'erased', written: [] });
  });
});

describe('set aside', () => {
  const units = { client: { client: firm }, title: { title: 'Rámcová' }, status: { status: 'draft' } };
  const contract = { id: paper, entity: 'contract', kind: 'create', root: firm, units } as const;
  const note = idOf('interaction', 1);
  const visit = {
    id: note,
    entity: 'interaction',
    kind: 'create',
    root: firm,
    units: {
      client: { client: firm },
      kind: { kind: 'visit' },
      when: { happenedAt: NOW, zone: 'Europe/Bratislava' },
      author: { author: idOf('member', 1) },
    },
  } as const;
  const set = (given: object) =>
    changeOf({ ...contract, id: idOf('change', 1), record: paper, kind: 'set', ...given });

  test.each([
    ['an entity of a newer version', changeOf({ ...contract, entity: 'order' }), 'unknownEntity'],
    ['a record that is not there', set({ record: idOf('contract', 2) }), 'unknownRecord'],
    ['a value that may not be', set({ units: { status: { status: 'hotové' } } }), 'invalid'],
    ['a required value taken away', set({ units: { title: { title: null } } }), 'invalid'],
    ['a unit that is not known', set({ units: { colour: { colour: 'red' } } }), 'invalid'],
    ['a field in another unit', set({ units: { status: { title: 'x' } } }), 'invalid'],
    ['no values', set({ units: {} }), 'invalid'],
    [
      'a create that lacks something',
      changeOf({ ...contract, id: idOf('contract', 3), units: { client: { client: firm } } }),
      'invalid',
    ],
    [
      'a create under another root',
      changeOf({ ...contract, id: idOf('contract', 3), root: idOf('client', 2) }),
      'invalid',
    ],
    [
      'a create of another id',
      changeOf({ ...contract, id: idOf('contract', 3), record: idOf('contract', 4) }),
      'invalid',
    ],
    ['another parent', set({ units: { client: { client: idOf('client', 2) } } }), 'fixedField'],
    [
      'an edit of what is sealed',
      changeOf({
        ...visit,
        id: idOf('change', 1),
        record: note,
        kind: 'set',
        units: { kind: { kind: 'call' } },
      }),
      'sealed',
    ],
    [
      'what is sealed, again and different',
      changeOf({ ...visit, units: { ...visit.units, kind: { kind: 'call' } } }),
      'sealed',
    ],
    ['a conflict made by a device', changeOf({ ...contract, entity: 'conflict' }), 'notAllowed'],
  ])('%s', (_, change, reason) => {
    const store = new MergeStore();
    store.apply(changeOf(contract));
    store.apply(changeOf(visit));
    const before = [...store.records];
    expect(store.apply(change)).toMatchObject({ status: 'rejected', reason, written: [], conflicts: [] });
    expect([...store.records]).toEqual(before);
  });
});
