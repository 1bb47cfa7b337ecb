/** History of a record and the truth of the status line. */
import { hlcFromHex } from '#shared/sync/hlc.ts';
import type { Base } from '#main/data/base.ts';
import { statement } from '#main/data/statement.ts';
import { readSync } from '#main/data/sync-store.ts';

interface HistoryRow {
  unit: string;
  change: string;
  before: string | null;
  value: string | null;
  hlc: string;
  actor: string;
  actorName: string | null;
}

/** Every value committed or overwritten here, newest first. */
export function historyOf({ reader }: Base, entity: string, id: string) {
  return statement<HistoryRow>(
    reader,
    `SELECT h.unit, h.change, h.before, h.value, hex(h.hlc) AS hlc, h.actor, m.name AS actorName
     FROM history h LEFT JOIN member m ON m.id = h.actor
     WHERE h.record = ? AND h.entity = ? ORDER BY h.id DESC`,
  )
    .all(id, entity)
    .map(({ unit, change, before, value, hlc, actor, actorName }) => ({
      unit,
      change,
      before: before === null ? null : (JSON.parse(before) as unknown),
      value: value === null ? null : (JSON.parse(value) as unknown),
      at: hlcFromHex(hlc).ms,
      actor,
      actorName,
    }));
}

interface Counts {
  unsent: number;
  oldest: string | null;
  clients: number;
  contacts: number;
}

export function statusOf({ reader, uncleanExit }: Base) {
  const counts = statement<Counts>(
    reader,
    `SELECT (SELECT count(*) FROM change WHERE seq IS NULL) AS unsent,
            (SELECT hex(hlc) FROM change WHERE seq IS NULL ORDER BY ord LIMIT 1) AS oldest,
            (SELECT count(*) FROM client WHERE deleted_at IS NULL)
              - (SELECT count(*) FROM merged WHERE loser IN (SELECT id FROM client)) AS clients,
            (SELECT count(*) FROM contact WHERE deleted_at IS NULL)
              - (SELECT count(*) FROM merged WHERE loser IN (SELECT id FROM contact)) AS contacts`,
  ).get();
  return {
    unsent: counts?.unsent ?? 0,
    oldestUnsentAt: counts?.oldest ? hlcFromHex(counts.oldest).ms : null,
    lastExchangeAt: readSync(reader, 'lastExchangeAt'),
    clients: counts?.clients ?? 0,
    contacts: counts?.contacts ?? 0,
    uncleanExit,
  };
}
