/** What interactions and meetings say in a brief: what was said since the last one, what the client needs, complaints. */
import type { Base } from '#main/data/base.ts';
import { standingFor, standingIds } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import type { BriefLine } from '#shared/contract/brief.ts';
import type { BriefAsk, BriefPart } from '#shared/domain/brief/parts.ts';
import {
  briefLineOf,
  choiceWords,
  instantWord,
  messageWord,
  textWord,
  textWords,
} from '#shared/domain/brief/words.ts';
import { fold } from '#shared/domain/text/fold.ts';
import { isNewest } from './versions.ts';

/** More than any page holds. */
const READ = 20;
const COMPLAINTS_REMEMBERED = 365 * 86_400_000;

export function briefOfInteractions(base: Base, ask: BriefAsk): BriefPart {
  const said = saidSince(base, ask);
  return {
    changes: said.map(({ at, ...entry }) => ({
      at,
      line: briefLineOf({
        source: { entity: 'interaction', id: entry.id },
        words: [...choiceWords('interaction', 'kind', entry.kind), ...textWords(entry.summary)],
        facts: textWords(entry.authorName),
        internal: true,
      }),
    })),
    moreChanges: said.length < READ ? 0 : countSince(base, ask) - said.length,
    sections: { needs: needsHeard(base, ask.client), objections: complaintsOf(base, ask) },
  };
}

/**
 * When somebody of ours last met the client before an instant (UTC milliseconds), in person: a visit or a meeting. The
 * record of the meeting `except` does not count.
 */
export function lastMeetingWith(
  { reader }: Base,
  clientId: string,
  before: number,
  except: string | null,
): { at: number; interaction: string } | null {
  const newest = statement<{ at: number; interaction: string }>(
    reader,
    // By client and time the index goes backwards from the first that fits.
    `SELECT i.id AS interaction, i.happened_at AS at FROM interaction i
     WHERE i.client = ? AND i.happened_at <= ? AND i.kind IN ('visit', 'meeting') AND i.meeting IS NOT ?
       AND i.deleted_at IS NULL AND ${isNewest('i')} ORDER BY i.happened_at DESC LIMIT 1`,
  );
  const found = standingIds(reader, clientId).flatMap((id) => newest.get(id, before, except ?? '') ?? []);
  return found.toSorted((one, other) => other.at - one.at)[0] ?? null;
}

/** What was said since the last meeting; of that one's own words its record tells. */
const SINCE = `i.client IN ${standingFor('?1')} AND i.happened_at > ?2 AND i.deleted_at IS NULL AND ${isNewest('i')}`;

interface Said {
  id: string;
  kind: string;
  summary: string | null;
  authorName: string | null;
  at: number;
}

function saidSince({ reader }: Base, { client, since }: BriefAsk): Said[] {
  return statement<Said>(
    reader,
    `SELECT i.id, i.kind, i.summary, m.name AS authorName, i.happened_at AS at
     FROM interaction i LEFT JOIN member m ON m.id = i.author
     WHERE ${SINCE} ORDER BY i.happened_at DESC, i.id DESC LIMIT ${READ}`,
  ).all({ 1: client, 2: since ?? 0 });
}

function countSince({ reader }: Base, { client, since }: BriefAsk): number {
  const sql = `SELECT count(*) AS count FROM interaction i WHERE ${SINCE}`;
  return statement<{ count: number }>(reader, sql).get({ 1: client, 2: since ?? 0 })?.count ?? 0;
}

/** What the client said he needs, newest first; said twice it is one need. */
function needsHeard({ reader }: Base, clientId: string): BriefLine[] {
  const rows = statement<{ id: string; needs: string; at: number }>(
    reader,
    `SELECT i.id, i.needs, i.happened_at AS at FROM interaction i
     WHERE i.client IN ${standingFor()} AND i.needs IS NOT NULL AND i.deleted_at IS NULL AND ${isNewest('i')}
     ORDER BY i.happened_at DESC, i.id DESC LIMIT ${READ}`,
  ).all(clientId);
  const once = [...Map.groupBy(rows, ({ needs }) => fold(needs)).values()].flatMap(([first]) => first ?? []);
  return once.map(({ id, needs, at }) =>
    briefLineOf({
      source: { entity: 'interaction', id },
      lead: instantWord(at),
      words: [textWord(needs)],
    }),
  );
}

/** Meetings about a complaint within a year, newest first, but for this one. */
function complaintsOf({ reader }: Base, { client, meeting, now }: BriefAsk): BriefLine[] {
  const rows = statement<{ id: string; title: string | null; status: string; at: number }>(
    reader,
    `SELECT g.id, g.title, g.status, g.starts_at AS at FROM meeting g
     WHERE g.client IN ${standingFor()} AND g.starts_at >= ? AND g.type = 'complaint' AND g.status <> 'cancelled'
       AND g.id <> ? AND g.deleted_at IS NULL ORDER BY g.starts_at DESC LIMIT 3`,
  ).all(client, now - COMPLAINTS_REMEMBERED, meeting ?? '');
  return rows.map(({ id, title, status, at }) =>
    briefLineOf({
      source: { entity: 'meeting', id },
      lead: instantWord(at),
      words: [messageWord('brief.complaint'), ...textWords(title)],
      facts: choiceWords('meeting', 'status', status),
    }),
  );
}
