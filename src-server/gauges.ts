/** Figures that stand in the database or in the process, read when somebody asks for them. Counts only. */
import process from 'node:process';
import type { Database } from './data/database.ts';
import type { Metrics } from './http/metrics.ts';

const DAY_MS = 24 * 60 * 60_000;

export async function readGauges(database: Database, metrics: Metrics): Promise<void> {
  const { pool } = database;
  metrics.set('vizitka_pool_connections', pool.totalCount - pool.idleCount, { state: 'busy' });
  metrics.set('vizitka_pool_connections', pool.idleCount, { state: 'idle' });
  metrics.set('vizitka_pool_connections', pool.waitingCount, { state: 'waiting' });
  metrics.set('vizitka_memory_bytes', process.memoryUsage.rss());
  metrics.set('vizitka_uptime_seconds', Math.round(process.uptime()));
  const counts = await database.asKeeper(async (client) => {
    const { rows } = await client.query<{ workspaces: number; head: number; seen: number }>(
      `SELECT count(*) AS workspaces, coalesce(max(seq), 0) AS head,
         (SELECT count(*) FROM sync.device WHERE last_seen_at > $1) AS seen FROM sync.workspace`,
      [Date.now() - DAY_MS],
    );
    return rows[0];
  });
  metrics.set('vizitka_workspaces', counts?.workspaces ?? 0);
  metrics.set('vizitka_head_max', counts?.head ?? 0);
  metrics.set('vizitka_devices_seen', counts?.seen ?? 0);
}
