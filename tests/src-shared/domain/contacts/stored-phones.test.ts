import { expect, test } from 'vitest';
import { storedPhones } from '#shared/domain/contacts/stored-phones.ts';

test('numbers become E.164 as dialled from the country, others stay as written', () => {
  const phones = [
    { value: '0905 123 456', kind: 'mobile' as const },
    { value: '+420 601 234 567', kind: 'work' as const },
    { value: 'cez vrátnicu', kind: 'other' as const },
  ];
  expect(storedPhones(phones, 'SK')).toEqual([
    { value: '+421905123456', kind: 'mobile' },
    { value: '+420601234567', kind: 'work' },
    { value: 'cez vrátnicu', kind: 'other' },
  ]);
  expect(storedPhones([{ value: '601 234 567', kind: 'work' }], 'CZ')).toEqual([
    { value: '+420601234567', kind: 'work' },
  ]);
  expect(storedPhones(null, 'SK')).toBeNull();
});
