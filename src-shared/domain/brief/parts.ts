/** What a feature gives to a brief, and how the parts of all features become the page. */
import {
  type Brief,
  BRIEF_SECTIONS,
  type BriefLine,
  type BriefSection,
  type BriefSectionId,
} from '#shared/contract/brief.ts';
import { instantWord } from './words.ts';
import type { MEETING_TYPES } from '#shared/entities/meetings.ts';

/** What is asked of a feature. */
export interface BriefAsk {
  readonly client: string;
  /** Of the meeting that the brief is for. */
  readonly meeting: string | null;
  /** People at the client who will be there. */
  readonly attending: readonly string[];
  /** When the client was last met, UTC milliseconds; null: never. */
  readonly since: number | null;
  /** When the client was entered, UTC milliseconds. */
  readonly enteredAt: number;
  /** UTC milliseconds. */
  readonly now: number;
  /** `YYYY-MM-DD` on this device. */
  readonly today: string;
}

const DAY_MS = 86_400_000;

/** Whether a record of this age came after the last meeting. What was entered along with its client is no news. */
export function isNews({ since, enteredAt }: BriefAsk, createdAt: number): boolean {
  return since !== null && createdAt > since && createdAt > enteredAt + DAY_MS;
}

/** Something that happened since the last meeting; `at` in UTC milliseconds. */
export interface BriefChange {
  readonly at: number;
  readonly line: BriefLine;
}

/** All that a feature has to say; how much of it the page holds is not the feature's to know. */
export interface BriefPart {
  readonly changes?: readonly BriefChange[];
  /** How many changes there are beside these. */
  readonly moreChanges?: number;
  readonly warnings?: readonly BriefLine[];
  readonly sections?: Partial<Record<Exclude<BriefSectionId, 'changes'>, readonly BriefLine[]>>;
}

type MeetingType = (typeof MEETING_TYPES)[number];

/** What the page holds of each section at most, so that an A4 can be filled and no section pushes out another. */
export const MOST_LINES: Record<BriefSectionId, number> = {
  changes: 8,
  promises: 8,
  objections: 5,
  likely: 4,
  needs: 4,
  contracts: 5,
  people: 6,
  checklist: 6,
};
const MOST_WARNINGS = 5;

/** Not for the client's eyes as a whole. */
const INTERNAL: ReadonlySet<BriefSectionId> = new Set(['objections', 'likely', 'checklist']);
/** Where nothing is news: said in a sentence instead of left out. */
const SAYS_NOTHING: ReadonlySet<BriefSectionId> = new Set(['changes', 'promises']);

/** What a meeting of the type is about comes first; the others keep their order. */
const FIRST: Record<MeetingType, readonly BriefSectionId[]> = {
  firstContact: ['people', 'needs'],
  needs: ['needs', 'people'],
  presentation: ['needs', 'likely'],
  negotiation: ['likely', 'objections', 'contracts'],
  closing: ['contracts', 'objections', 'checklist'],
  complaint: ['objections', 'promises'],
  renewal: ['contracts', 'promises'],
  review: ['promises', 'changes'],
};

export function sectionOrder(type: string | null): BriefSectionId[] {
  const first = FIRST[type as MeetingType] ?? [];
  return [...first, ...BRIEF_SECTIONS.filter((id) => !first.includes(id))];
}

/** Warnings and sections of the page, from what the features said. */
export function putTogether(
  parts: readonly BriefPart[],
  type: string | null,
): Pick<Brief, 'warnings' | 'sections'> {
  const changes = parts.flatMap((part) => part.changes ?? []).toSorted((one, other) => other.at - one.at);
  const moreChanges = parts.reduce((sum, part) => sum + (part.moreChanges ?? 0), 0);
  const linesOf = (id: BriefSectionId) =>
    id === 'changes'
      ? changes.map(({ at, line }) => ({ lead: instantWord(at), ...line }))
      : parts.flatMap((part) => part.sections?.[id] ?? []);
  return {
    warnings: parts
      .flatMap((part) => part.warnings ?? [])
      .toSorted((one, other) => Number(other.tone === 'late') - Number(one.tone === 'late'))
      .slice(0, MOST_WARNINGS),
    sections: sectionOrder(type).flatMap((id) =>
      sectionOf(id, linesOf(id), id === 'changes' ? moreChanges : 0),
    ),
  };
}

function sectionOf(id: BriefSectionId, lines: readonly BriefLine[], beside: number): BriefSection[] {
  if (lines.length === 0 && !SAYS_NOTHING.has(id)) return [];
  const shown = lines.slice(0, MOST_LINES[id]);
  return [{ id, internal: INTERNAL.has(id), lines: shown, more: lines.length - shown.length + beside }];
}
