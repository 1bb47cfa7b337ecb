/** The warnings in the head of the desk: only what the data says, the most pressing first. */
import type { ClientDesk } from '#shared/contract/clients.ts';
import { contractWarning } from '#shared/domain/contracts/contract-warning.ts';

export type ClientWarning =
  | { what: 'contractEnded'; late: true; title: string; day: string }
  | { what: 'noticeDeadline' | 'contractEnds'; late: false; title: string; day: string; days: number }
  | { what: 'stepOverdue'; late: true; title: string; day: string }
  | { what: 'openObjections'; late: false; count: number };

export function warningsOf(desk: ClientDesk, today: string): ClientWarning[] {
  const warnings: ClientWarning[] = [];
  for (const contract of desk.contracts) {
    const { title } = contract;
    const found = contractWarning(contract, today);
    if (found?.what === 'ended') warnings.push({ what: 'contractEnded', late: true, title, day: found.day });
    else if (found)
      warnings.push({
        what: found.what === 'notice' ? 'noticeDeadline' : 'contractEnds',
        late: false,
        title,
        day: found.day,
        days: found.days,
      });
  }
  for (const step of desk.nextSteps) {
    if (step.on && step.on < today)
      warnings.push({ what: 'stepOverdue', late: true, title: step.text, day: step.on });
  }
  if (desk.counts.openObjections > 0) {
    warnings.push({ what: 'openObjections', late: false, count: desk.counts.openObjections });
  }
  return warnings.sort((one, other) => Number(other.late) - Number(one.late));
}
