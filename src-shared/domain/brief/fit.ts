/** Making a brief shorter where it does not fit a page. */
import type { Brief, BriefSectionId } from '#shared/contract/brief.ts';

/** What is given up first. Promises and people are given up last. */
const EXPENDABLE: readonly BriefSectionId[] = [
  'likely',
  'needs',
  'checklist',
  'changes',
  'contracts',
  'objections',
  'people',
  'promises',
];
/**
 * The same brief with one line less; undefined where it cannot be shorter. Of the sections that have more than `least`
 * lines the longest gives one up, of those as long as each other the most expendable; what goes is counted in `more`.
 */
export function shorter(brief: Brief, least: number): Brief | undefined {
  const longest = brief.sections.toSorted(
    (one, other) =>
      other.lines.length - one.lines.length || EXPENDABLE.indexOf(one.id) - EXPENDABLE.indexOf(other.id),
  )[0];
  if (!longest || longest.lines.length <= least) return undefined;
  return {
    ...brief,
    sections: brief.sections.map((section) =>
      section === longest
        ? { ...section, lines: section.lines.slice(0, -1), more: section.more + 1 }
        : section,
    ),
  };
}
