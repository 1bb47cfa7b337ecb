/**
 * The day that matters in a contract with an end: not when it ends or renews, but until when one may still say no.
 */
import { addDays, addMonths } from '../time/day.ts';

export type NoticeTerms = {
  /** Last day of the term, "YYYY-MM-DD". */
  endsOn?: string | null | undefined;
  noticeMonths?: number | null | undefined;
  noticeDays?: number | null | undefined;
  /** False: the contract just ends and needs no notice. Not given: it is taken to renew, so that nobody misses a day. */
  autoRenews?: boolean | null | undefined;
};

/**
 * The last day on which notice may be given so that the notice period ends with the term; undefined where there is no
 * end, no period or nothing to prevent. Given months and days, both are counted.
 *
 * Months are counted back to the same date, or to the last day of a shorter month. Under § 122 (2) of the Slovak Civil
 * Code a period from 30 November, too, would end on 28 February; where the two readings differ this is the earlier
 * day, because notice a day early holds and a day late does not.
 */
export function noticeDeadline(terms: NoticeTerms): string | undefined {
  const { endsOn, noticeMonths, noticeDays, autoRenews } = terms;
  if (!endsOn || autoRenews === false) return undefined;
  if (typeof noticeMonths !== 'number' && typeof noticeDays !== 'number') return undefined;
  return addDays(addMonths(endsOn, -(noticeMonths ?? 0)), -(noticeDays ?? 0));
}
