import { expect, it } from 'vitest';
import { liesDown } from '#renderer/ui/print/print-job.ts';

const head = (count: number) => Array.from({ length: count }, (_, at) => ({ label: String(at), share: 1 }));

it('a page of more than five columns lies down, a sheet for telephoning stands', () => {
  expect(liesDown({ kind: 'list', head: head(5) })).toBe(false);
  expect(liesDown({ kind: 'list', head: head(6) })).toBe(true);
  expect(liesDown({ kind: 'calls', head: head(9) })).toBe(false);
});
