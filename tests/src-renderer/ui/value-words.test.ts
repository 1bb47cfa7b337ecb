import { beforeAll, describe, expect, test } from 'vitest';
import { formatFor } from '#renderer/lib/format.ts';
import { startI18n } from '#renderer/lib/i18n.ts';
import { differingFields, fieldName, unitValue, valueWords } from '#renderer/ui/value-words.ts';

beforeAll(async () => {
  globalThis.document ??= { documentElement: {} } as Document;
  await startI18n('sk');
});
const words = valueWords(formatFor('sk'), new Map([['p', 'Peter Horváth']]));

describe('values in words', () => {
  test.each([
    ['contract', 'status', 'inForce', 'platná'],
    ['contract', 'endsOn', '2027-12-31', '31. 12. 2027'],
    ['contract', 'noticeMonths', 3, '3'],
    ['contract', 'renews', true, 'áno'],
    ['client', 'country', 'SK', 'Slovensko'],
    ['client', 'owner', 'p', 'Peter Horváth'],
    ['objection', 'contact', 'somebody', 'vybrané'],
    ['client', 'notes', 'Volať po desiatej', 'Volať po desiatej'],
    ['client', 'emails', [{ value: 'a@b.sk', kind: 'work' }], 'a@b.sk'],
    ['client', 'phones', [{ value: '+421905123456', kind: 'mobile' }], '+421 905 123 456'],
    [
      'client',
      'addresses',
      [{ kind: 'branch', street: 'Dlhá 7', postcode: '010 01', town: 'Žilina', country: null }],
      'prevádzka: Dlhá 7, 010 01 Žilina',
    ],
    ['client', 'tier', null, ''],
    ['client', 'unknownField', 'x', 'x'],
    ['unknownEntity', 'field', 5, '5'],
  ])('%s.%s', (entity, field, value, said) => {
    expect(words.of(entity, field, value)).toBe(said);
  });

  test('what a value names is called by its name where that is known', () => {
    const names = { a: 'Píla Tatry', b: 'Dubová píla' };
    expect(words.of('client', 'mergedInto', 'a', names)).toBe('Píla Tatry');
    expect(words.of('meeting', 'otherClients', ['a', 'b', 'c'], names)).toBe(
      'Píla Tatry\nDubová píla\nvybrané',
    );
    expect(words.of('meeting', 'ours', ['p'])).toBe('Peter Horváth');
  });

  test('a field that only a newer program knows keeps its own name', () => {
    expect(fieldName('client', 'ico')).toBe('IČO');
    expect(fieldName('client', 'shoeSize')).toBe('shoeSize');
  });
});

describe('units', () => {
  test('by field, however they are kept', () => {
    expect(unitValue('tier', 'a')).toEqual({ tier: 'a' });
    expect(unitValue('tier', null)).toEqual({ tier: null });
    expect(unitValue('phones', [])).toEqual({ phones: [] });
    expect(unitValue('address', { town: 'Žilina' })).toEqual({ town: 'Žilina' });
  });

  test('the fields by which versions differ, or all', () => {
    const one = { street: 'Dlhá 7', postcode: null, town: 'Žilina', country: 'SK' };
    expect(differingFields('client', 'address', [one, { ...one, town: 'Martin' }])).toEqual(['town']);
    expect(
      differingFields('client', 'address', [one, { street: 'Dlhá 7', town: 'Žilina', country: 'SK' }]),
    ).toEqual(['street', 'postcode', 'town', 'country']);
  });
});
