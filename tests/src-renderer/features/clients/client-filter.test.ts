import { describe, expect, test } from 'vitest';
import { filterOf, isFiltered } from '#renderer/features/clients/client-list-store.ts';
import { clientFilter } from '#shared/contract/clients.ts';

describe('the filter of the client list', () => {
  test('asks only for what was chosen', () => {
    expect(filterOf('  ', { status: [], tier: undefined })).toEqual({});
    expect(isFiltered(filterOf('', {}))).toBe(false);
    expect(filterOf(' kovo ', { status: ['active'], town: ['Nitra', ''] })).toEqual({
      text: 'kovo',
      status: ['active'],
      town: ['Nitra', ''],
    });
  });

  test('is accepted by the contract however long the text is', () => {
    expect(clientFilter.safeParse(filterOf('a'.repeat(500), {})).success).toBe(true);
  });
});
