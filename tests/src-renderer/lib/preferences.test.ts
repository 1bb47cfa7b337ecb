import { expect, it } from 'vitest';
import { withPatches } from '#renderer/lib/preferences.ts';

const stored = {
  language: 'sk',
  country: 'SK',
  theme: 'light',
  letterKeys: true,
  columns: { clients: ['name'] },
  railFolded: false,
  email: null,
} as const;

it('what is on its way to the disk stands over what the disk says, the newest change last', () => {
  const before = { ...stored, columns: { clients: ['name'] } };
  expect(withPatches(before, [])).toBe(before);
  expect(
    withPatches(before, [{ columns: { clients: ['name', 'town'] } }, { theme: 'dark' }, { columns: {} }]),
  ).toEqual({ ...before, theme: 'dark', columns: {} });
});
