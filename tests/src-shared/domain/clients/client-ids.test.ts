import { describe, expect, test } from 'vitest';
import { checkClientIds } from '#shared/domain/clients/client-ids.ts';

describe('company numbers of Slovak and Czech clients', () => {
  test('are stored without spaces and labels, an old IČO with its zeros', () => {
    const { ids, problems } = checkClientIds(
      { ico: '31 322 832', dic: 'SK2020372640', icDph: 'sk 2020372640' },
      'SK',
    );
    expect(problems).toEqual([]);
    expect(ids).toEqual({ ico: '31322832', dic: '2020372640', icDph: 'SK2020372640' });
    expect(checkClientIds({ ico: '151742' }, 'SK').ids).toEqual({ ico: '00151742' });
  });

  test('are refused each with its own problem', () => {
    expect(checkClientIds({ ico: '3132283', dic: '12', icDph: 'SK2020372641' }, 'SK').problems).toEqual([
      { field: 'ico', problem: 'icoCheckDigit' },
      { field: 'dic', problem: 'dicInvalid' },
      { field: 'icDph', problem: 'vatIdInvalid' },
    ]);
    expect(checkClientIds({ ico: '123' }, 'CZ').problems).toEqual([{ field: 'ico', problem: 'icoLength' }]);
  });

  test('a Czech DIČ is a VAT number', () => {
    expect(checkClientIds({ dic: '25596641' }, 'CZ')).toEqual({ ids: { dic: 'CZ25596641' }, problems: [] });
    expect(checkClientIds({ dic: 'CZ25596642' }, 'CZ').problems).toEqual([
      { field: 'dic', problem: 'dicInvalid' },
    ]);
  });

  test('emptied fields stay empty, fields not given stay out', () => {
    expect(checkClientIds({ ico: null }, 'SK')).toEqual({ ids: { ico: null }, problems: [] });
    expect(checkClientIds({}, 'SK')).toEqual({ ids: {}, problems: [] });
  });
});

test('numbers of other countries are kept as written', () => {
  const ids = { ico: 'FN 123456 b', dic: '12 345/6789', icDph: 'ATU 1' };
  expect(checkClientIds(ids, 'AT')).toEqual({ ids, problems: [] });
});
