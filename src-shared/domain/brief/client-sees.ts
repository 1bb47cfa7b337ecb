/** The brief as it may stand on a screen, or a paper, that the client can see. */
import type { Brief, BriefLine, BriefSection } from '#shared/contract/brief.ts';

/**
 * Without warnings, aims, plan and notes, without objections and how the client is rated, without what people think of
 * us. What is left is what the client knows himself: agenda, promises, contracts, people, what he said he needs.
 */
export function clientSees(brief: Brief): Brief {
  return {
    ...brief,
    client: { ...brief.client, tier: null, status: null },
    meeting: brief.meeting && {
      ...brief.meeting,
      aims: [],
      plan: { aim: null, limit: null, concessions: null },
      notes: null,
    },
    warnings: [],
    sections: brief.sections.flatMap(sectionSeen),
  };
}

/** A section whose lines are all hidden is left out: it would say that there is nothing. */
function sectionSeen(section: BriefSection): BriefSection[] {
  if (section.internal) return [];
  const lines = section.lines.filter(({ internal }) => !internal);
  const hides = lines.length < section.lines.length;
  if (hides && lines.length === 0) return [];
  const more = hides ? 0 : section.more;
  return [{ ...section, more, lines: lines.map(lineSeen) }];
}

function lineSeen(line: BriefLine): BriefLine {
  // Its tone would say what the hidden fact is.
  return line.internalFacts.length > 0 ? { ...line, internalFacts: [], tone: 'plain' } : line;
}
