/** Reminders as the desktop shows them: those of one kind together, without names unless these are wanted. */
import type { ReminderLine } from '#shared/contract/day.ts';
import type { ReminderNotice } from '#shared/desktop/reminders.ts';
import { formatInstant } from '#shared/domain/time/format.ts';

export function noticesOf(
  lines: readonly ReminderLine[],
  { names, zone }: { names: boolean; zone: string },
): ReminderNotice[] {
  return [...Map.groupBy(lines, ({ kind }) => kind)].map(([kind, group]) => {
    const [only] = group.length === 1 ? group : [];
    return {
      kind,
      keys: group.map(({ key }) => key),
      open: only ? { kind, record: only.record, callList: only.callList } : null,
      // Both languages write hours alike.
      time: only?.at == null ? null : formatInstant(only.at, zone, 'en', 'time'),
      about: only && names ? [only.clientName, only.text].filter(Boolean).join(': ') : null,
    };
  });
}
