/**
 * The figures of `npm run bench day`: the day of somebody who answers for 100,000 clients (BENCH_CLIENTS), over the port
 * that a window asks by, beside the rows that it is made of, read by the bare database.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { openReadable, openWritable } from '#main/data/connection.ts';
import { openDataKey } from '#main/security/data-key.ts';
import { todayIn } from '#shared/domain/time/day.ts';
import { fillForBriefs } from './brief-base.ts';
import { startEngine } from './engine.ts';
import { printFigures, say, sayBeside, tell, timed } from './figures.ts';

const CLIENTS = Number(process.env['BENCH_CLIENTS'] ?? 100_000);
const ROUNDS = 100;
const MEETINGS = 8;
/** One promise in so many is mine. */
const MINE = 50;
const DAY = 86_400_000;
const zone = 'Europe/Bratislava';
const now = Date.now();
const day = todayIn(zone, now);

const folder = mkdtempSync(join(os.tmpdir(), 'vizitka-bench-'));
const profile = join(folder, 'profile');
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const first = await startEngine(profile);
const me = (await first.client.settings.get({})).member.id;
await first.thread.close();
const { key } = openDataKey(profile);
const file = join(profile, 'vizitka.db');
fill();

const { client, thread } = await startEngine(profile);
const reader = openReadable(file, key);
const rows = (sql: string, ...params: unknown[]) => {
  const query = reader.prepare<unknown[]>(sql);
  return () => query.all(...params);
};
const DUE = `state = 'open' AND due_on <= ? AND member = ? AND deleted_at IS NULL`;
const dayRows = [
  rows(`SELECT * FROM promise WHERE ${DUE}`, day, me),
  rows('SELECT * FROM meeting WHERE starts_at >= ? AND starts_at < ?', now - DAY, now + DAY),
  rows('SELECT * FROM interaction WHERE happened_at >= ? AND next_step_on <= ?', now - 90 * DAY, day),
  rows(`SELECT * FROM contract WHERE status = 'inForce' AND notice_deadline <= ?`, day),
];
const readDay = () => {
  for (const read of dayRows) read();
};
const readSilent = rows('SELECT client, MAX(happened_at) FROM interaction GROUP BY client');

const often = { rounds: ROUNDS, next: () => undefined, most: 300 };
const quiet = () => client.day.quiet({ day, zone, limit: 8 });
await sayBeside('the day', often, () => client.day.overview({ day, zone }), readDay);
say('clients without contact, worked out', 'ms', await timed(quiet), await timed(readSilent), {
  most: 1_000,
});
await sayBeside('clients without contact, known', often, quiet, readSilent);
reader.close();
await thread.close();
printFigures();
process.exit(0);

function fill(): void {
  const writer = openWritable(file, key);
  const filling = performance.now();
  const { clients } = fillForBriefs(writer, CLIENTS, 100, now);
  writer.transaction(() => {
    writer.prepare('UPDATE client SET owner = ?').run(me);
    // Nobody sees all of them on one day: their entries are spread over a year and a half.
    writer
      .prepare(`UPDATE interaction SET author = ?, happened_at = happened_at - (rowid % 540) * ${DAY}`)
      .run(me);
    writer.prepare(`UPDATE promise SET member = ? WHERE rowid % ${MINE} = 0`).run(me);
    const insert = writer.prepare(
      `INSERT INTO meeting (id, created_at, created_by, client, type, status, starts_at, ends_at, zone)
       VALUES (?, 1, ?, ?, 'needs', 'planned', ?, ?, ?)`,
    );
    for (let at = 0; at < MEETINGS; at += 1) {
      const startsAt = now + at * 1_800_000;
      insert.run(
        `00000000-0000-7000-9000-00000000000${at}`,
        me,
        clients[at],
        startsAt,
        startsAt + 1_200_000,
        zone,
      );
    }
  })();
  writer.close();
  tell(`${CLIENTS} clients in ${Math.round((performance.now() - filling) / 1000)} s`);
}
