import { expect, test } from 'vitest';
import { z } from 'zod';
import { derivedId } from '#shared/sync/derived-id.ts';
import { idOf } from '../../helpers/merge-store.ts';

test('a derived id is a UUID that follows from its parts alone', () => {
  const ids = Array.from({ length: 2000 }, (_, n) =>
    derivedId('conflict', idOf('change', n), n % 2 ? 'name' : 'status'),
  );
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(z.uuid().safeParse(id).success).toBe(true);
  expect(new Set(ids.map((id) => id.slice(-2))).size).toBe(256);
  expect(derivedId('a', 'b')).toBe(derivedId('a', 'b'));
  expect(derivedId('a', 'b')).not.toBe(derivedId('b', 'a'));
});
