import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticeDeadline } from '#shared/domain/contracts/notice-deadline.ts';
import { addMonths } from '#shared/domain/time/day.ts';

describe('noticeDeadline', () => {
  it.each([
    ['2026-12-31', 3, '2026-09-30'],
    ['2026-12-31', 1, '2026-11-30'],
    ['2026-12-31', 6, '2026-06-30'],
    ['2026-12-31', 12, '2025-12-31'],
    ['2027-03-31', 1, '2027-02-28'],
    ['2028-03-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2027-02-28'],
    ['2027-02-28', 3, '2026-11-28'],
    ['2026-01-15', 2, '2025-11-15'],
    ['2026-12-31', 0, '2026-12-31'],
  ])('a term to %s with %i months: %s', (endsOn, noticeMonths, day) => {
    expect(noticeDeadline({ endsOn, noticeMonths, autoRenews: true })).toBe(day);
  });

  it.each([
    ['2028-03-01', 1, '2028-02-29'],
    ['2027-03-01', 1, '2027-02-28'],
    ['2026-12-31', 90, '2026-10-02'],
    ['2026-12-31', 30, '2026-12-01'],
  ])('a term to %s with %i days: %s', (endsOn, noticeDays, day) => {
    expect(noticeDeadline({ endsOn, noticeDays })).toBe(day);
  });

  it('is missing where nothing ends, no period is agreed, or the contract ends by itself', () => {
    expect(noticeDeadline({ endsOn: null, noticeMonths: 3 })).toBeUndefined();
    expect(noticeDeadline({ endsOn: '2026-12-31', noticeMonths: null })).toBeUndefined();
    expect(noticeDeadline({ endsOn: '2026-12-31', noticeMonths: 3, autoRenews: false })).toBeUndefined();
    expect(noticeDeadline({ endsOn: '2026-12-31', noticeMonths: 3, autoRenews: null })).toBe('2026-09-30');
  });

  it('is never too late: the period that starts on it is over by the end of the term', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), (date, noticeMonths) => {
        const endsOn = date.toISOString().slice(0, 10);
        const deadline = noticeDeadline({ endsOn, noticeMonths }) ?? '';
        expect(addMonths(deadline, noticeMonths) <= endsOn).toBe(true);
        expect(addMonths(endsOn, -noticeMonths)).toBe(deadline);
      }),
    );
  });
});
