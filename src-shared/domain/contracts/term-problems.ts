import type { Problem } from '#shared/contract/base.ts';

/** What is wrong with a contract's term as a whole: its end (`YYYY-MM-DD`) may not lie before its start. */
export function termProblems(term: {
  startsOn?: string | null;
  endsOn?: string | null;
}): { field: string; problem: Problem }[] {
  const { startsOn, endsOn } = term;
  return startsOn && endsOn && endsOn < startsOn ? [{ field: 'endsOn', problem: 'endsBeforeStart' }] : [];
}
