/** What contracts and the preparation of the meeting say in a brief. */
import type { Base } from '#main/data/base.ts';
import { changedSince } from '#main/data/changed-since.ts';
import { standingFor } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import type { BriefLine } from '#shared/contract/brief.ts';
import { type BriefAsk, type BriefChange, type BriefPart, isNews } from '#shared/domain/brief/parts.ts';
import { briefLineOf, choiceWords, messageWord, textWord, valueWord } from '#shared/domain/brief/words.ts';
import { type ContractWarning, contractWarning } from '#shared/domain/contracts/contract-warning.ts';
import { cutText } from '#shared/domain/text/cut-text.ts';
import { contract } from '#shared/entities/contracts.ts';
import { DEADLINE_ORDER } from './contract-order.ts';
import { isLive } from './facts.ts';

interface Selected {
  id: string;
  title: string;
  number: string | null;
  status: string;
  endsOn: string | null;
  renews: number | null;
  noticeDeadline: string | null;
  createdAt: number;
}

const CHANGING = ['status', 'startsOn', 'endsOn', 'noticeMonths', 'renews'];

export function briefOfContracts(base: Base, ask: BriefAsk): BriefPart {
  const all = contractsAt(base, ask.client);
  const live = all.filter(isLive);
  return {
    sections: {
      contracts: live.map((one) => contractLine(one, ask.today)),
      checklist: ask.meeting === null ? [] : preparationLines(base, ask.meeting),
    },
    changes: changesOf(base, ask, all),
    warnings: live.flatMap((one) => warningLine(one, contractWarning(one, ask.today))),
  };
}

function contractsAt({ reader }: Base, clientId: string): Selected[] {
  return statement<Selected>(
    reader,
    `SELECT k.id, k.title, k.number, k.status, k.ends_on AS endsOn, k.renews, k.notice_deadline AS noticeDeadline,
       k.created_at AS createdAt
     FROM contract k WHERE k.client IN ${standingFor()} AND k.deleted_at IS NULL ORDER BY ${DEADLINE_ORDER}`,
  ).all(clientId);
}

function contractLine(one: Selected, today: string): BriefLine {
  const warning = contractWarning(one, today);
  return briefLineOf({
    source: { entity: 'contract', id: one.id },
    words: [textWord(one.number ? `${one.title} (${one.number})` : one.title, 90)],
    facts: [
      ...choiceWords('contract', 'status', one.status),
      ...(one.endsOn
        ? [messageWord(one.renews ? 'brief.renewsAfter' : 'brief.endsOn', { day: { day: one.endsOn } })]
        : []),
    ],
    // Until when he may leave is not for us to remind him of.
    internalFacts:
      one.noticeDeadline && one.noticeDeadline >= today
        ? [messageWord('brief.noticeBy', { day: { day: one.noticeDeadline } })]
        : [],
    tone: warning === null ? 'plain' : warning.what === 'ended' ? 'late' : 'look',
  });
}

function warningLine({ id, title: whole }: Selected, warning: ContractWarning | null): BriefLine[] {
  if (!warning) return [];
  const title = cutText(whole, 70);
  const day = { day: warning.day };
  const source = { entity: 'contract' as const, id };
  if (warning.what === 'ended')
    return [
      briefLineOf({
        source,
        words: [messageWord('clients.warnings.contractEnded', { title, day })],
        tone: 'late',
      }),
    ];
  const { days: count } = warning;
  const key = count > 0 ? SOON[warning.what] : TODAY[warning.what];
  return [briefLineOf({ source, words: [messageWord(key, { title, day, count })], tone: 'look' })];
}

const SOON = { notice: 'clients.warnings.noticeDeadline', ends: 'clients.warnings.contractEnds' } as const;
const TODAY = { notice: 'clients.warnings.noticeToday', ends: 'clients.warnings.endsToday' } as const;

function changesOf({ reader }: Base, ask: BriefAsk, all: readonly Selected[]): BriefChange[] {
  const { since } = ask;
  if (since === null) return [];
  const byId = new Map(all.map((one) => [one.id, one]));
  const isNew = ({ createdAt }: Selected) => createdAt > since;
  const changed = changedSince(reader, contract, [...byId.keys()], CHANGING, since);
  return [
    ...all
      .filter((one) => isNews(ask, one.createdAt))
      .map((one) => ({
        at: one.createdAt,
        line: briefLineOf({
          source: { entity: 'contract', id: one.id },
          words: [messageWord('brief.newContract', { title: cutText(one.title, 70) })],
          facts: choiceWords('contract', 'status', one.status),
        }),
      })),
    ...changed.flatMap(({ id, at, now }) => {
      const one = byId.get(id);
      if (!one || isNew(one)) return [];
      const facts = Object.entries(now).map(([field, value]) => valueWord('contract', field, value));
      return [
        {
          at,
          line: briefLineOf({ source: { entity: 'contract', id }, words: [textWord(one.title, 90)], facts }),
        },
      ];
    }),
  ];
}

interface Item {
  list: string;
  name: string;
  id: string;
  text: string;
  doneAt: number | null;
}

/** How far the checklists of the meeting are, and what of them is still to be done. */
function preparationLines({ reader }: Base, meetingId: string): BriefLine[] {
  const items = statement<Item>(
    reader,
    `SELECT l.id AS list, l.name, t.id, t.text, t.done_at AS doneAt
     FROM checklist l JOIN checklist_item t ON t.checklist = l.id
     WHERE l.meeting = ? AND l.deleted_at IS NULL AND t.deleted_at IS NULL
     ORDER BY l.created_at, l.id, t.rank, t.id`,
  ).all(meetingId);
  const source = { entity: 'meeting' as const, id: meetingId };
  return [...Map.groupBy(items, ({ list }) => list).values()].flatMap((list) => {
    const open = list.filter(({ doneAt }) => doneAt === null);
    const progress = messageWord('brief.progress', {
      name: list[0]?.name ?? '',
      done: list.length - open.length,
      total: list.length,
    });
    if (open.length === 0) return [briefLineOf({ source, words: [progress] })];
    return open.map(({ text }) => briefLineOf({ source, group: progress, words: [textWord(text)] }));
  });
}
