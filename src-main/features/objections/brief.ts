/** What objections say in a brief: those that are open, those to expect, and the answers that worked. */
import type { Base } from '#main/data/base.ts';
import { standingFor, winnerOf } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import type { BriefLine, BriefWord } from '#shared/contract/brief.ts';
import {
  type LikelyObjection,
  likelyObjections,
  type PastObjection,
} from '#shared/domain/brief/likely-objections.ts';
import { type BriefAsk, type BriefChange, type BriefPart, MOST_LINES } from '#shared/domain/brief/parts.ts';
import {
  briefLineOf,
  choiceWords,
  instantWord,
  messageWord,
  textWord,
  textWords,
} from '#shared/domain/brief/words.ts';

type Own = PastObjection & { followUp: string | null; followUpOn: string | null };

const PAST = `o.id, o.text, o.kind, o.product, o.competitor, o.answer, o.outcome, o.raised_at AS raisedAt`;
/** As the index has it. */
const OVERCOME = `outcome = 'overcome' AND answer IS NOT NULL AND deleted_at IS NULL`;
/** How far back answers are looked for: the newest of all, and of each product and competitor of the client. */
const NEWEST = 500;
const OF_NAMES = 200;

export function briefOfObjections(base: Base, ask: BriefAsk): BriefPart {
  const own = ownObjections(base, ask.client);
  const likely = likelyObjections(own, overcomeElsewhere(base, ask.client, own));
  const answersTo = new Map(likely.flatMap((one) => one.own.map(({ id }) => [id, one.answers] as const)));
  const open = own.filter(({ outcome }) => outcome === 'open');
  return {
    sections: {
      objections: open.map((one) => openLine(one, answersTo.get(one.id) ?? [], ask.today)),
      // What is open stands above, with its answers.
      likely: likely
        .filter((one) => !one.own.some(({ outcome }) => outcome === 'open'))
        .slice(0, MOST_LINES.likely)
        .map(likelyLine),
    },
    changes: ask.since === null ? [] : closedSince(base, ask.client, ask.since),
  };
}

function ownObjections({ reader }: Base, clientId: string): Own[] {
  return statement<Own>(
    reader,
    `SELECT ${PAST}, o.follow_up AS followUp, o.follow_up_on AS followUpOn FROM objection o
     WHERE o.client IN ${standingFor()} AND o.deleted_at IS NULL ORDER BY o.raised_at DESC, o.id DESC`,
  ).all(clientId);
}

/** Newest first. Objections of removed clients taught us as much, but what became of the client is not known. */
function overcomeElsewhere({ reader }: Base, clientId: string, own: readonly Own[]): PastObjection[] {
  const names = (field: 'product' | 'competitor') =>
    JSON.stringify([...new Set(own.flatMap((one) => one[field] ?? []))]);
  const named = (column: string, at: number) =>
    `SELECT * FROM (SELECT id FROM objection WHERE ${column} IN (SELECT value FROM json_each(?${at}))
       AND ${OVERCOME} ORDER BY raised_at DESC LIMIT ${OF_NAMES})`;
  return statement<PastObjection & { sameSegment: number }>(
    reader,
    `SELECT ${PAST}, c.segment IS NOT NULL AND c.segment = asker.segment AS sameSegment
     FROM (
       SELECT * FROM (SELECT id FROM objection WHERE ${OVERCOME} ORDER BY raised_at DESC LIMIT ${NEWEST})
       UNION ${named('product', 2)} UNION ${named('competitor', 3)}
     ) found
     JOIN objection o ON o.id = found.id JOIN client c ON c.id = ${winnerOf('o.client')}
     JOIN client asker ON asker.id = ?1
     WHERE c.id <> ?1 AND c.deleted_at IS NULL ORDER BY o.raised_at DESC, o.id DESC`,
  )
    .all({ 1: clientId, 2: names('product'), 3: names('competitor') })
    .map(({ sameSegment, ...past }) => ({ ...past, isSameSegment: sameSegment === 1 }));
}

function aboutWords({ kind, product, competitor }: PastObjection): BriefWord[] {
  return [...choiceWords('objection', 'kind', kind), ...textWords(product, 60), ...textWords(competitor, 60)];
}

function answerLines(answers: LikelyObjection['answers']): BriefWord[][] {
  return answers.map(({ text, times }) => [
    textWord(text),
    ...(times > 1 ? [messageWord('brief.worked', { times })] : []),
  ]);
}

function openLine(one: Own, answers: LikelyObjection['answers'], today: string): BriefLine {
  const { followUp, followUpOn } = one;
  return briefLineOf({
    source: { entity: 'objection', id: one.id },
    lead: instantWord(one.raisedAt),
    words: [textWord(one.text)],
    facts: [
      ...aboutWords(one),
      ...(followUp && followUpOn
        ? [messageWord('brief.followUpOn', { text: followUp, day: { day: followUpOn } })]
        : textWords(followUp)),
    ],
    under: answerLines(answers),
    tone: followUpOn !== null && followUpOn < today ? 'late' : 'plain',
  });
}

function likelyLine({ objection, own, others, answers }: LikelyObjection): BriefLine {
  return briefLineOf({
    source: { entity: 'objection', id: objection.id },
    words: [textWord(objection.text)],
    facts: [
      ...aboutWords(objection),
      own.length > 0
        ? messageWord('brief.raisedHere', { count: own.length })
        : messageWord('brief.raisedElsewhere', { count: others }),
    ],
    under: answerLines(answers),
  });
}

/** The last outcome of each objection that stopped being open since; UTC milliseconds. */
function closedSince({ reader }: Base, clientId: string, since: number): BriefChange[] {
  return statement<{ id: string; text: string; outcome: string; at: number }>(
    reader,
    `SELECT o.id, o.text, o.outcome, max(e.happened_at) AS at
     FROM objection o JOIN objection_event e ON e.objection = o.id
     WHERE o.client IN ${standingFor()} AND o.deleted_at IS NULL AND o.outcome <> 'open' AND o.raised_at <= ?
       AND e.happened_at > ? AND e.deleted_at IS NULL GROUP BY o.id`,
  )
    .all(clientId, since, since)
    .map(({ id, text, outcome, at }) => ({
      at,
      line: briefLineOf({
        source: { entity: 'objection', id },
        words: [textWord(text, 90)],
        facts: choiceWords('objection', 'outcome', outcome),
        internal: true,
      }),
    }));
}
