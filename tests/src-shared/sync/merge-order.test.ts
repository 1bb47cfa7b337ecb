/** What holds of any edits in any order of arrival. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asCopy, contentOf } from '#shared/sync/derived-id.ts';
import type { WireChange } from '#shared/sync/wire.ts';
import { changeOf, idOf, MergeStore } from '../../helpers/merge-store.ts';

const firm = idOf('client', 1);

function withClient(): MergeStore {
  const store = new MergeStore();
  const units = {
    name: { name: 'Stavmat' },
    status: { status: 'prospect' },
    phones: {
      phones: [
        { value: '1', kind: 'work' },
        { value: '2', kind: 'work' },
      ],
    },
  };
  store.apply(changeOf({ id: firm, entity: 'client', kind: 'create', units, minutes: 0 }));
  return store;
}

const unit = fc.oneof(
  fc.record({ status: fc.record({ status: fc.constantFrom('active', 'dormant', 'former') }) }),
  fc.record({ segment: fc.record({ segment: fc.constantFrom('kov', 'drevo', 'sklo', null) }) }),
  fc.record({
    address: fc.record({
      street: fc.constantFrom('A', 'B'),
      town: fc.constantFrom('Nitra', 'Žilina'),
      postcode: fc.constant(null),
      country: fc.constant('SK'),
    }),
  }),
  fc.record({
    phones: fc.record({
      phones: fc.uniqueArray(
        fc.record({ value: fc.constantFrom('1', '2', '3', '4'), kind: fc.constantFrom('work', 'home') }),
        {
          minLength: 1,
          maxLength: 4,
          selector: ({ value }) => value,
        },
      ),
    }),
  }),
) as fc.Arbitrary<NonNullable<WireChange['units']>>;

/** One edit per device, each made over the create; clocks days apart, some behind the create's. */
const edits = fc
  .array(fc.record({ units: unit, minutes: fc.integer({ min: -3000, max: 3000 }) }), {
    minLength: 2,
    maxLength: 5,
  })
  .map((made) =>
    made.map(({ units, minutes }, index) => {
      const base = Object.fromEntries(Object.keys(units).map((name) => [name, firm]));
      return changeOf({
        id: idOf('change', index),
        entity: 'client',
        kind: 'set',
        record: firm,
        units,
        base,
        minutes,
        by: index + 2,
      });
    }),
  );

const orders = edits.chain((made) =>
  fc.tuple(fc.constant(made), fc.shuffledSubarray(made, { minLength: made.length })),
);

describe('edits of several devices that had not seen each other', () => {
  test('end in the same record in whatever order they arrive', () => {
    fc.assert(
      fc.property(orders, ([made, shuffled]) => {
        const [first, second] = [withClient(), withClient()];
        for (const change of made) first.apply(change);
        for (const change of shuffled) second.apply(change);
        expect(second.record(firm).data).toEqual(first.record(firm).data);
      }),
      { numRuns: 500 },
    );
  });

  test('leave every value where it can be found: in force, in history, and on the conflict desk when it matters', () => {
    fc.assert(
      fc.property(edits, (made) => {
        const store = withClient();
        for (const change of made) store.apply(change);
        for (const { id, units } of made) {
          for (const [name, value] of Object.entries(units ?? {})) {
            expect(store.history.get(`${firm} ${name} ${id}`)?.value).toMatchObject(value);
            if (name !== 'status') continue;
            const standing = store.record(firm).data['status'];
            const lost = [...store.conflicts.values()].map(({ data }) => data['lost']);
            if (standing !== value['status']) expect(lost).toContainEqual(value);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('never move the stamp of a unit back', () => {
    fc.assert(
      fc.property(edits, (made) => {
        const store = withClient();
        for (const change of made) {
          const before = store.record(firm).units;
          store.apply(change);
          for (const [name, state] of Object.entries(before)) {
            expect((store.record(firm).units[name]?.hlc ?? '') >= state.hlc).toBe(true);
          }
        }
      }),
    );
  });
});

test('what a copy of a profile folded into the same change is one more edit, found again by what it says', () => {
  const store = withClient();
  const set = (status: string) =>
    changeOf({
      id: idOf('change', 1),
      entity: 'client',
      kind: 'set',
      record: firm,
      units: { status: { status } },
      base: { status: firm },
    });
  store.apply(set('active'));
  expect(contentOf(set('former'))).not.toBe(contentOf(set('active')));
  const copy = asCopy(set('former'));
  expect(asCopy(set('former'))).toEqual(copy);
  expect(store.apply(copy).status).toBe('conflict');
  expect([...store.conflicts.values()].map(({ data }) => data['lost'])).toHaveLength(1);
});
