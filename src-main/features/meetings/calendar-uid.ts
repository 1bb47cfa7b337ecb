/** How a meeting is named in calendar files (RFC 5545, 3.8.4.7), so that it is found again when one comes back. */
import { type CalendarEvent, fromEventKey } from '#shared/domain/calendar/event.ts';

/** The UID of a meeting that was planned here; its first group is the id. */
export const OWN_UID = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@vizitka$/;

/** One that came from another calendar keeps the name it has there. */
export function uidOf(meeting: {
  id: string;
  icalUid: string | null;
}): Pick<CalendarEvent, 'uid' | 'occurrence'> {
  return meeting.icalUid === null
    ? { uid: `${meeting.id}@vizitka`, occurrence: null }
    : fromEventKey(meeting.icalUid);
}
