/** What a meeting is called. */
import { catalogues, type Language } from '#shared/i18n/index.ts';
import type { MeetingType } from './meeting-times.ts';

/** The title that somebody gave it, else "Rokovanie – Klient" in the language of the reader. */
export function meetingTitle(
  meeting: { title: string | null; type: MeetingType | string },
  clientName: string,
  language: Language,
): string {
  if (meeting.title) return meeting.title;
  const type = catalogues[language].choices.meeting.type[meeting.type as MeetingType] ?? '';
  const word = type.charAt(0).toLocaleUpperCase(language) + type.slice(1);
  return [word, clientName].filter(Boolean).join(' – ');
}
