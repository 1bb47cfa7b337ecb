/** Which type of meeting an appointment of another calendar probably is. */
import type { MeetingType } from '../meetings/meeting-times.ts';
import { fold } from '../text/fold.ts';

/** Beginnings of folded words, Slovak and English; the first that is found decides. */
const WORDS: readonly (readonly [MeetingType, RegExp])[] = [
  ['complaint', /\b(?:staznost|reklamac|complaint|claim)/],
  ['closing', /\b(?:podpis|uzatvor|closing|sign(?:ing|ature))/],
  ['renewal', /\b(?:predlzen|obnov|renewal|prolong)/],
  ['negotiation', /\b(?:rokovan|vyjednav|negotiat)/],
  ['presentation', /\b(?:prezentac|predstaven|ukazk|presentation|demo\b)/],
  ['review', /\b(?:vyhodnoten|hodnoten|review|qbr\b)/],
  ['firstContact', /\b(?:zoznamen|prvy kontakt|prve stretnut|intro)/],
];

/** By the words of its title; else first contact with a prospect and needs with anybody else. */
export function guessMeetingType(title: string | null, isProspect: boolean): MeetingType {
  const folded = fold(title ?? '');
  const found = WORDS.find(([, pattern]) => pattern.test(folded))?.[0];
  return found ?? (isProspect ? 'firstContact' : 'needs');
}
