import { expect, it } from 'vitest';
import { dueDays } from '#shared/domain/promises/due-choices.ts';

it('says tomorrow, by Friday and in a week as one means it', () => {
  expect(dueDays('2026-11-24')).toEqual({ tomorrow: '2026-11-25', friday: '2026-11-27', week: '2026-12-01' });
  expect(dueDays('2026-11-27').friday).toBe('2026-12-04');
  expect(dueDays('2026-11-28').friday).toBe('2026-12-04');
  expect(dueDays('2026-12-31')).toEqual({ tomorrow: '2027-01-01', friday: '2027-01-01', week: '2027-01-07' });
});
