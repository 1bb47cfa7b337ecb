/** What promises say in a brief: those that are open on both sides, those that were closed, and ours that are late. */
import type { Base } from '#main/data/base.ts';
import type { BriefLine } from '#shared/contract/brief.ts';
import type { PromiseRow } from '#shared/contract/promises.ts';
import type { BriefAsk, BriefPart } from '#shared/domain/brief/parts.ts';
import {
  briefLineOf,
  choiceWords,
  dayWord,
  messageWord,
  textWord,
  textWords,
} from '#shared/domain/brief/words.ts';
import { openPromisesOf, promisesClosedSince } from './facts.ts';

/** Theirs first would look as if only the client owed something. */
const SIDES = ['ours', 'theirs'] as const;

export function briefOfPromises(base: Base, ask: BriefAsk): BriefPart {
  const open = openPromisesOf(base, ask.client);
  const closed = ask.since === null ? [] : promisesClosedSince(base, ask.client, ask.since);
  const late = open.filter(({ side, daysLate }) => side === 'ours' && daysLate > 0);
  return {
    sections: { promises: SIDES.flatMap((side) => open.filter((one) => one.side === side)).map(openLine) },
    changes: closed.map((one) => ({
      at: one.closedAt ?? 0,
      line: briefLineOf({
        source: { entity: 'promise', id: one.id },
        words: [textWord(one.text, 90)],
        facts: [
          messageWord(one.side === 'ours' ? 'brief.ourPromise' : 'brief.theirPromise'),
          ...choiceWords('promise', 'state', one.state),
        ],
      }),
    })),
    warnings: late.slice(0, 1).map(({ id }) =>
      briefLineOf({
        source: { entity: 'promise', id },
        words: [messageWord('brief.warnings.latePromises', { count: late.length })],
        tone: 'late',
      }),
    ),
  };
}

function openLine({ id, side, text, dueOn, daysLate, contactName, memberName }: PromiseRow): BriefLine {
  return briefLineOf({
    source: { entity: 'promise', id },
    group: messageWord(side === 'ours' ? 'brief.ourPromises' : 'brief.theirPromises'),
    lead: dueOn === null ? undefined : dayWord(dueOn),
    words: [textWord(text)],
    facts: [
      ...(daysLate > 0 ? [messageWord('brief.late', { count: daysLate })] : []),
      ...textWords(contactName),
      ...textWords(memberName),
    ],
    tone: daysLate > 0 ? 'late' : 'plain',
  });
}
