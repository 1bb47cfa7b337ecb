/** A backup beside a bare `VACUUM INTO` of the same base, and how long somebody who edits meanwhile waits. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openWritable } from '#main/data/connection.ts';
import type { EngineClient } from '#main/engine/reach.ts';
import { median, say, tell, timed } from './figures.ts';

export async function benchBackup(
  client: EngineClient,
  file: string,
  key: Buffer,
  folder: string,
): Promise<void> {
  const copy = join(folder, 'floor-copy.db');
  const least = await timed(() => {
    const db = openWritable(file, key);
    db.prepare('VACUUM INTO ?').run(copy);
    db.close();
  });
  rmSync(copy);
  let bytes = 0;
  const took = await timed(async () => {
    bytes = await makeBackup(client);
  });
  tell(`  ${Math.round(bytes / 1_000_000)} MB`);
  say('backup, checked and read back', 's', took / 1000, least / 1000, { times: 4 });

  const { rows } = await client.contacts.list({ filter: {}, limit: 200 });
  const edit = (at: number) =>
    timed(() =>
      client.contacts.edit({
        id: rows[at % rows.length]?.id ?? '',
        values: { preferredChannel: at % 2 === 0 ? 'phone' : 'email' },
      }),
    );
  const alone: number[] = [];
  for (let at = 0; at < 100; at += 1) alone.push(await edit(at));
  const beside: number[] = [];
  let isDone = false;
  const making = makeBackup(client).finally(() => (isDone = true));
  for (let at = 1; !isDone; at += 1) beside.push(await edit(at));
  await making;
  tell(`  ${beside.length} edits while it was made`);
  say('edit while a backup is made', 'ms', median(beside), median(alone));
  say('edit while a backup is made, longest', 'ms', Math.max(...beside), Math.max(...alone), { most: 250 });
}

async function makeBackup(client: EngineClient): Promise<number> {
  for await (const event of await client.backups.make({}))
    if (event.type === 'done') return event.backup.bytes;
  throw new Error('the backup ended before its end');
}
