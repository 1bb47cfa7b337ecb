/** How the day is kept on this device: the rhythm of contacts, and reminders. Never synchronised. */
import type { Base } from '#main/data/base.ts';
import type { DaySettings } from '#shared/contract/day.ts';
import { DEFAULT_REMINDERS } from '#shared/domain/day/reminders.ts';
import { DEFAULT_RHYTHM } from '#shared/domain/day/rhythm.ts';

const KEY = 'day';

type Changed = { [K in keyof DaySettings]?: Partial<DaySettings[K]> | undefined };

export function daySettingsOf(base: Base): DaySettings {
  const kept = base.settings.get(KEY) as Changed | undefined;
  return {
    rhythm: { ...DEFAULT_RHYTHM, ...kept?.rhythm },
    reminders: { ...DEFAULT_REMINDERS, ...kept?.reminders },
  };
}

/** Only what is given changes. */
export function changeDaySettings(base: Base, changed: Changed): void {
  const before = daySettingsOf(base);
  base.settings.set(KEY, {
    rhythm: { ...before.rhythm, ...changed.rhythm },
    reminders: { ...before.reminders, ...changed.reminders },
  });
}
