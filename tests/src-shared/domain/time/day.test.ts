import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  compareDays,
  dayFromExcelSerial,
  daysBetween,
  detectDayOrder,
  parseDay,
  todayIn,
} from '#shared/domain/time/day.ts';

const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('parseDay', () => {
  it.each([
    ['31.1.1972', 'dmy', '1972-01-31'],
    ['1. 2. 2024', 'dmy', '2024-02-01'],
    ['01. 02. 2024.', 'dmy', '2024-02-01'],
    ['26-08-2020', 'dmy', '2020-08-26'],
    ['1/20/1981', 'mdy', '1981-01-20'],
    ['1/20/1981', 'auto', '1981-01-20'],
    ['20/1/1981', 'auto', '1981-01-20'],
    ['1/2/1981', 'auto', '1981-02-01'],
    ['1/2/1981', 'mdy', '1981-01-02'],
    ['2024-02-29', 'auto', '2024-02-29'],
    ['2024-02-29', 'dmy', '2024-02-29'],
    ['2024-02-29T23:30:00+01:00', 'auto', '2024-02-29'],
    ['2024-02-29 08:15', 'mdy', '2024-02-29'],
    ['2024/2/9', 'auto', '2024-02-09'],
    ['1/20/1981 12:00:00 AM', 'mdy', '1981-01-20'],
    ['31.1.1972 0:00', 'auto', '1972-01-31'],
    ['19720131', 'auto', '1972-01-31'],
    ['19720131T000000Z', 'ymd', '1972-01-31'],
    ['24-01-31', 'ymd', '2024-01-31'],
    ['31.1.72', 'dmy', '1972-01-31'],
    ['31.1.46', 'dmy', '2046-01-31'],
    ['31.1.47', 'dmy', '1947-01-31'],
    ['1. januára 2024', 'auto', '2024-01-01'],
    ['15. júl 2023', 'dmy', '2023-07-15'],
    ['1. června 2023', 'dmy', '2023-06-01'],
    ['1. července 2023', 'dmy', '2023-07-01'],
    ['March 3rd, 2021', 'mdy', '2021-03-03'],
    ['3 Oct 2021', 'dmy', '2021-10-03'],
  ] as const)('%j as %s is %s', (text, order, day) => {
    expect(parseDay(text, order, 2026)).toEqual({ day });
  });

  it.each([
    ['2024-02-30', 'auto'],
    ['2023-02-29', 'auto'],
    ['31.4.2024', 'dmy'],
    ['1/20/1981', 'dmy'],
    ['1.20.1981', 'auto'],
    ['0000-00-00', 'auto'],
    ['13/13/2020', 'auto'],
    ['31. februára 2024', 'auto'],
  ] as const)('%j as %s is a day that does not exist', (text, order) => {
    expect(parseDay(text, order, 2026)).toEqual({ problem: 'impossible' });
  });

  it.each([
    '',
    'zajtra',
    '12',
    '44927',
    '1.2',
    '1.2.3',
    '1.2.345',
    '2024-01-01-05',
    '+421 905',
    '1.2.2024 x',
    '12. 5555 2024',
  ])('%j is not a date', (text) => {
    expect(parseDay(text, 'dmy', 2026)).toEqual({ problem: 'notADate' });
  });

  it('reads back every day in every order', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('. ', '.', '/', '-'), (day, separator) => {
        const [y = '', m = '', d = ''] = day.split('-');
        expect(parseDay([Number(d), Number(m), y].join(separator), 'dmy')).toEqual({ day });
        expect(parseDay([m, d, y].join(separator), 'mdy')).toEqual({ day });
        expect(parseDay([y, m, Number(d)].join(separator), 'ymd')).toEqual({ day });
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789./- :Tjan') }), (text) => {
        const { day, problem } = parseDay(text, 'auto', 2026);
        expect(day === undefined).toBe(problem !== undefined);
      }),
    );
  });
});

describe('detectDayOrder', () => {
  it.each([
    [['1.2.2020', '31.1.1972'], 'dmy'],
    [['1/2/2020', '1/20/1981', ''], 'mdy'],
    [['2020-01-02', '2024-12-31'], 'ymd'],
    [['24-01-31', '99-12-31'], 'ymd'],
    [['01/02/2020', '03/04/2021'], 'auto'],
    [['13/1/2020', '1/13/2020'], 'auto'],
    [['Ján', ''], 'auto'],
    [[], 'auto'],
  ])('%j → %s', (samples, order) => {
    expect(detectDayOrder(samples)).toBe(order);
  });
});

describe('dayFromExcelSerial', () => {
  it.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [45292, false, '2024-01-01'],
    [45292.75, false, '2024-01-01'],
    [2958465, false, '9999-12-31'],
    [43830, true, '2024-01-01'],
    [0, true, '1904-01-01'],
    [0, false, undefined],
    [-5, false, undefined],
    [2958466, false, undefined],
    [Number.NaN, false, undefined],
  ])('%d (1904: %s) is %s', (serial, date1904, day) => {
    expect(dayFromExcelSerial(serial, date1904)).toBe(day);
  });
});

describe('reckoning', () => {
  it('keeps the last of the month where a month is shorter', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2023-01-31', 1)).toBe('2023-02-28');
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
    expect(addMonths('2024-11-30', 3)).toBe('2025-02-28');
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  });

  it('adding and counting days are inverse, and the text order is the order in time', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const days = daysBetween(a, b);
        expect(addDays(a, days)).toBe(b);
        expect(Math.sign(days) + 0).toBe(-compareDays(a, b) + 0);
      }),
    );
  });

  it('takes the day from the zone, also on both sides of the date line', () => {
    const instant = Date.parse('2026-03-29T00:30:00Z');
    expect(todayIn('Europe/Bratislava', instant)).toBe('2026-03-29');
    expect(todayIn('America/Los_Angeles', instant)).toBe('2026-03-28');
    expect(todayIn('Pacific/Kiritimati', Date.parse('2026-03-29T10:30:00Z'))).toBe('2026-03-30');
    expect(todayIn('Europe/Bratislava', Date.parse('2026-10-24T21:59:59Z'))).toBe('2026-10-24');
    expect(todayIn('Europe/Bratislava', Date.parse('2026-10-24T22:00:00Z'))).toBe('2026-10-25');
  });
});
