/** What the engine asks of the day: the look for reminders that it takes each minute. */
import type { Base } from '#main/data/base.ts';
import type { ReminderNotice } from '#shared/desktop/reminders.ts';
import { preferencesOf } from '../settings/facts.ts';
import { noticesOf } from './notices.ts';
import { closeReminders, lookForReminders } from './reminders.ts';
import { daySettingsOf } from './settings.ts';
import { zoneOf } from './zone.ts';

/** What has fallen due since the last look; each is told once. */
export function remindersNow(base: Base): ReminderNotice[] {
  const zone = zoneOf(base);
  const due = lookForReminders(base, zone) ?? [];
  const { language } = preferencesOf(base);
  return noticesOf(due, { names: daySettingsOf(base).reminders.names, zone, language });
}

/** Called when the base is left: what falls due until it is opened again was missed. */
export function endReminders(base: Base): void {
  closeReminders(base, zoneOf(base));
}
