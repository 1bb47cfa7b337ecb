/** The warnings in the head of the desk: only what the data says, the most pressing first. */
import type { ClientDesk } from '#shared/contract/clients.ts';
import { daysBetween } from '#shared/domain/time/day.ts';

export type ClientWarning =
  | { what: 'contractEnded'; late: true; title: string; day: string }
  | { what: 'noticeDeadline'; late: false; title: string; day: string; days: number }
  | { what: 'stepOverdue'; late: true; title: string; day: string }
  | { what: 'openObjections'; late: false; count: number };

/** A notice deadline is near from this many days before it. */
export const NOTICE_NEAR = 60;

export function warningsOf(desk: ClientDesk, today: string): ClientWarning[] {
  const warnings: ClientWarning[] = [];
  for (const contract of desk.contracts) {
    if (contract.status !== 'inForce' && contract.status !== 'signed') continue;
    if (contract.endsOn && contract.endsOn < today) {
      warnings.push({ what: 'contractEnded', late: true, title: contract.title, day: contract.endsOn });
    } else if (contract.noticeDeadline) {
      const days = daysBetween(today, contract.noticeDeadline);
      if (days < 0 || days > NOTICE_NEAR) continue;
      warnings.push({
        what: 'noticeDeadline',
        late: false,
        title: contract.title,
        day: contract.noticeDeadline,
        days,
      });
    }
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
