/** An appointment as calendars exchange it (iCalendar, RFC 5545): what is shown of it and written back. */

export interface CalendarPerson {
  readonly name: string | null;
  /** Without `mailto:`. */
  readonly email: string | null;
}

export interface CalendarEvent {
  /** UID of the event or of its series. */
  readonly uid: string;
  /** Which occurrence of the series: RECURRENCE-ID as written, or the start that the rule gives; else null. */
  readonly occurrence: string | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly place: string | null;
  /** UTC milliseconds; of an all-day event the beginning of the day in `zone`. */
  readonly startsAt: number;
  /** UTC milliseconds, never before the start; of an all-day event the beginning of the day after the last. */
  readonly endsAt: number;
  /** IANA zone in which the times are shown. */
  readonly zone: string;
  readonly allDay: boolean;
  readonly status: 'confirmed' | 'tentative' | 'cancelled';
  readonly organizer: CalendarPerson | null;
  readonly attendees: readonly CalendarPerson[];
}

/** One name for an event and for one occurrence of a series; the same event has the same one each time it is read. */
export function eventKey({ uid, occurrence }: Pick<CalendarEvent, 'uid' | 'occurrence'>): string {
  return occurrence === null ? uid : `${uid}|${occurrence}`;
}

/** Back from `eventKey`: an UID may hold a bar itself, an occurrence never does. */
export function fromEventKey(key: string): Pick<CalendarEvent, 'uid' | 'occurrence'> {
  const parts = /^(.*)\|(\d{8}(?:T\d{6}Z?)?)$/s.exec(key);
  return parts ? { uid: parts[1] ?? '', occurrence: parts[2] ?? null } : { uid: key, occurrence: null };
}
