/** How a record is called on the screens of the exchange, also one without a name and one that has left. */
import { say } from '#renderer/lib/i18n.ts';

interface Titled {
  entity: string;
  title: string;
  /** Whether it is in this base. */
  here: boolean;
}

export function recordTitle({ entity, title, here }: Titled): string {
  if (title !== '') return title;
  if (!here) return say('sync.rejected.gone');
  return say(entity === 'meeting' ? 'sync.untitledMeeting' : 'sync.untitled');
}
