/**
 * Reminders in an open window. The desktop shows them by the system while the window is not in front; in a browser the
 * window does it itself where the person allowed it. In front, or without leave, they stand in a band of the window.
 */
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { desktop } from '#renderer/lib/desktop.ts';
import { say } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { mayNotify } from '#renderer/lib/may-notify.ts';
import type { ReminderLine } from '#shared/contract/day.ts';
import { reminderHref } from './day-words.ts';
import { answerReminders } from './reminder-list.tsx';

/** Those that fell due since this window was opened; the earlier ones stand on the screen of the day. */
export function useNewReminders(): ReminderLine[] {
  const [openedAt] = useState(() => Date.now());
  const rows = useLive('day', 'reminders', {}).data?.rows ?? [];
  return rows.filter(({ shownAt }) => shownAt >= openedAt);
}

export function useReminderNotices(lines: readonly ReminderLine[], names: boolean): void {
  const [, go] = useLocation();
  const told = useRef(new Set<string>());
  useEffect(() => {
    for (const line of lines) {
      const mark = `${line.key} ${line.shownAt}`;
      if (told.current.has(mark)) continue;
      told.current.add(mark);
      if (mayNotify() !== 'granted' || document.hasFocus()) continue;
      // The same tag from two windows is shown once.
      const notice = new Notification(say(`day.reminds.${line.kind}`), {
        tag: mark,
        body: names ? [line.clientName, line.text].filter(Boolean).join(': ') : '',
      });
      notice.addEventListener('click', () => {
        window.focus();
        answerReminders([line.key], null);
        go(reminderHref(line));
      });
    }
  }, [lines, names, go]);
  useEffect(
    () =>
      desktop?.onReminder(({ keys, open }) => {
        if (!open) return go('/day');
        answerReminders(keys, null);
        go(reminderHref(open));
      }),
    [go],
  );
}
