import { describe, expect, it } from 'vitest';
import { checkValue, fieldOf, sameValue, tidyValue } from '#renderer/ui/field-values.ts';

describe('a value on its way from an input to a record', () => {
  it('is missing when nothing was written', () => {
    expect(checkValue(fieldOf('client', 'town'), '  ')).toEqual({ ok: true, value: null });
    expect(checkValue(fieldOf('client', 'phones'), [{ value: ' ', kind: 'work' }])).toEqual({
      ok: true,
      value: null,
    });
  });

  it('is refused when it must not be missing', () => {
    expect(checkValue(fieldOf('client', 'name'), '')).toEqual({ ok: false, problem: 'required' });
  });

  it('loses the space around it', () => {
    expect(checkValue(fieldOf('client', 'name'), ' Alfa, s. r. o. ')).toEqual({
      ok: true,
      value: 'Alfa, s. r. o.',
    });
  });

  it('keeps only filled lines of a list', () => {
    const typed = [
      { value: 'jana@firma.sk', kind: 'work' },
      { value: '', kind: 'home' },
    ];
    expect(tidyValue(fieldOf('contact', 'emails'), typed)).toEqual([
      { value: 'jana@firma.sk', kind: 'work' },
    ]);
  });

  it('says what is wrong with it', () => {
    expect(checkValue(fieldOf('contact', 'emails'), [{ value: 'jana', kind: 'work' }])).toEqual({
      ok: false,
      problem: 'notAnEmail',
    });
    expect(checkValue(fieldOf('client', 'name'), 'x'.repeat(251))).toEqual({ ok: false, problem: 'tooLong' });
    expect(checkValue(fieldOf('contract', 'startsOn'), '2027-02-29')).toEqual({
      ok: false,
      problem: 'notADay',
    });
    expect(checkValue(fieldOf('meeting', 'aims'), ['a', 'b', 'c', 'd'])).toEqual({
      ok: false,
      problem: 'tooMany',
    });
    expect(checkValue(fieldOf('meeting', 'aims'), ['a'.repeat(2_000)])).toEqual({
      ok: false,
      problem: 'tooLong',
    });
    for (const kilometres of [-5, 99_999_999])
      expect(checkValue(fieldOf('trip', 'kilometres'), kilometres)).toEqual({
        ok: false,
        problem: 'outOfRange',
      });
  });

  it('is compared by content', () => {
    expect(sameValue([{ value: 'a', kind: 'work' }], [{ value: 'a', kind: 'work' }])).toBe(true);
    expect(sameValue(undefined, null)).toBe(true);
    expect(sameValue('a', 'b')).toBe(false);
  });
});
