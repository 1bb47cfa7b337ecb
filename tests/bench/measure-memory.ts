/**
 * A process that does nothing but run the engine: imports the list, searches, pages through the lists, and says how
 * much memory it holds then, after its import, and at the worst moment.
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { importFile, startEngine } from './engine.ts';

const [profile = '', list = '', texts = '[]'] = process.argv.slice(2);
const { client, thread } = await startEngine(profile);
const opened = memory();
await importFile(client, list);
const imported = memory();
for (const text of JSON.parse(texts) as string[]) await client.search.find({ text, limit: 6 });
for (let offset = 0; offset < 20_000; offset += 1_000) {
  await client.contacts.list({ filter: {}, offset: offset * 5, limit: 100 });
  await client.clients.list({ filter: {}, offset, limit: 100 });
}
const after = memory();
const peak = Number(/^VmHWM:\s+(\d+)/m.exec(status())?.[1] ?? process.resourceUsage().maxRSS) / 1024;
await thread.close();
process.stdout.write(`${JSON.stringify({ opened, imported, after, peak })}\n`);
process.exit(0);

function memory(): number {
  return process.memoryUsage.rss() / 1024 / 1024;
}

/** What Linux says of this process; elsewhere the run-time's own count stands in. */
function status(): string {
  return process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : '';
}
