/** Reminders as the desktop shows them: those of one kind together, without names unless these are wanted. */
import type { ReminderLine } from '#shared/contract/day.ts';
import type { ReminderNotice } from '#shared/desktop/reminders.ts';
import { formatInstant } from '#shared/domain/time/format.ts';
import type { Language } from '#shared/i18n/index.ts';

export function noticesOf(
  lines: readonly ReminderLine[],
  { names, zone, language }: { names: boolean; zone: string; language: Language },
): ReminderNotice[] {
  return [...Map.groupBy(lines, ({ kind }) => kind)].map(([kind, group]) => {
    const [only] = group.length === 1 ? group : [];
    return {
      kind,
      keys: group.map(({ key }) => key),
      open: only ? { kind, record: only.record, callList: only.callList } : null,
      time: only?.at == null ? null : formatInstant(only.at, zone, language, 'time'),
      about: only && names ? [only.clientName, only.text].filter(Boolean).join(': ') : null,
    };
  });
}
