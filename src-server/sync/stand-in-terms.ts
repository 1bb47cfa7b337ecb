import type { Database } from '../data/database.ts';
import { inWorkspace } from '../data/transaction.ts';
import { Counter } from './counter.ts';
import { refreshSight } from './sight.ts';
import { daysOnEarth } from './stand-in.ts';

/** Terms begin and end without anybody writing anything. */
export class StandInTerms {
  #settled = '';

  /** Once for each day that begins or ends somewhere; `told` hears which workspace has come to which number. */
  async settle(
    database: Database,
    told: (workspace: string, seq: number) => void,
    now = Date.now(),
  ): Promise<void> {
    const days = daysOnEarth(now).join();
    if (days === this.#settled) return;
    const { rows } = await database.asKeeper((client) =>
      client.query<{ workspace: string; clients: string[] }>(
        `SELECT h.workspace_id AS workspace, array_agg(DISTINCT handed.id) AS clients FROM sync.record h
         CROSS JOIN LATERAL jsonb_array_elements_text(h.data -> 'clients') AS handed (id)
         WHERE h.entity = 'handover' AND h.deleted_at IS NULL AND h.data ->> 'endedAt' IS NULL
         GROUP BY h.workspace_id`,
      ),
    );
    const failed: unknown[] = [];
    for (const { workspace, clients } of rows) {
      const settling = inWorkspace(database, { workspace }, async (tx) => {
        const counter = await Counter.take(tx, workspace);
        const nobody = new Set<string>();
        const touched = { clients: nobody, contacts: nobody, fresh: nobody, handed: new Set(clients) };
        await refreshSight(tx, counter, touched, now);
        await counter.keep(tx);
        return counter.seq;
      });
      // One workspace must not keep the others waiting.
      await settling.then(
        (seq) => told(workspace, seq),
        (error: unknown) => failed.push(error),
      );
    }
    if (failed.length > 0) throw new AggregateError(failed, 'hand-overs not settled');
    this.#settled = days;
  }
}
