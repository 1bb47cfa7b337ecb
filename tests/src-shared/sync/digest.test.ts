import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entities } from '#shared/entities/index.ts';
import { bucketOf, Digest, type DigestRow, type KnownFields, knownFields } from '#shared/sync/digest.ts';
import { idOf } from '../../helpers/merge-store.ts';

const all = Object.values(entities);
const known = knownFields(all);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function digestOf(rows: readonly DigestRow[], fields: KnownFields = known) {
  const digest = new Digest(all, fields, sha256);
  for (const row of rows) digest.add(row);
  return digest.buckets();
}

const client = (number: number, name: string, given: Partial<DigestRow> = {}): DigestRow => ({
  entity: 'client',
  id: idOf('client', number),
  data: { name, segment: null },
  units: { name: { change: idOf('change', number) } },
  deletedAt: null,
  ...given,
});

describe('a digest', () => {
  test('counts and sums in 256 buckets, by the end of the id', () => {
    const rows = [client(1, 'A'), client(257, 'B'), client(2, 'C')];
    const buckets = digestOf(rows);
    expect(buckets).toHaveLength(256);
    expect(buckets.filter(([count]) => count > 0).map(([count]) => count)).toEqual([2, 1]);
    expect(bucketOf(idOf('client', 511))).toBe(255);
    const [alone] = [digestOf([client(1, 'A')])[1]?.[1], digestOf([client(257, 'B')])[1]?.[1]].map(
      (sum, _, [a, b]) =>
        sum && ((BigInt(`0x${a}`) + BigInt(`0x${b}`)) % 2n ** 128n).toString(16).padStart(32, '0'),
    );
    expect(buckets[1]?.[1]).toBe(alone);
  });

  test('does not depend on the order of rows, units or keys', () => {
    const rows = fc.array(fc.tuple(fc.nat(2000), fc.string()), { maxLength: 20 });
    fc.assert(
      fc.property(rows, (given) => {
        const forward = given.map(([number, name]) => client(number, name));
        expect(digestOf(forward.toReversed())).toEqual(digestOf(forward));
      }),
    );
    const kinds = [
      { value: '1', kind: 'work' },
      { kind: 'work', value: '1' },
    ];
    const [a, b] = kinds.map((phone) =>
      digestOf([
        client(1, 'A', {
          data: { name: 'A', phones: [phone] },
          units: { phones: { change: firm }, name: { change: firm } },
        }),
      ]),
    );
    expect(a).toEqual(b);
  });

  const firm = idOf('client', 1);
  const row = client(1, 'A');
  test.each([
    ['a value', client(1, 'B')],
    ['the change that wrote it', { ...row, units: { name: { change: firm } } }],
    ['a deletion', { ...row, deletedAt: 5, units: { ...row.units, $deleted: { change: firm } } }],
    ['a deletion that was taken back', { ...row, units: { ...row.units, $deleted: { change: firm } } }],
    ['the entity', { ...row, entity: 'contact' }],
  ])('differs by %s', (_, other) => {
    expect(digestOf([other])).not.toEqual(digestOf([row]));
  });

  test('says nothing of moments, and of nothing that the other side does not know', () => {
    const deleted = { ...row, deletedAt: 5, units: { ...row.units, $deleted: { change: firm } } };
    expect(digestOf([deleted])).toEqual(digestOf([{ ...deleted, deletedAt: 6 }]));
    const newer = client(1, 'A', {
      data: { name: 'A', tier: 'key' },
      units: { ...row.units, tier: { change: firm } },
    });
    const older = { client: known['client']?.filter((field) => field !== 'tier') ?? [] };
    expect(digestOf([newer, client(3, 'X', { entity: 'contact' })], older)).toEqual(digestOf([row], older));
    expect(digestOf([newer])).not.toEqual(digestOf([row]));
  });
});
