/** How much memory the process holds that runs the engine for a window, measured from outside while it works. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { reachEngine } from '#main/engine/reach.ts';
import { DEFAULTS, exportContacts, importFile } from './engine.ts';

export interface Memory {
  opened: number;
  imported: number;
  worked: number;
  /** The most since the process began. */
  peak: number;
}

/** Megabytes; needs Linux, which tells them of another process. */
export async function measureMemory(
  profile: string,
  list: string,
  texts: readonly string[],
): Promise<Memory> {
  const script = fileURLToPath(new URL('./serve-built.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, profile], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await once(child.stdout, 'data');
    const { client, close } = await reachEngine({ profile, shell: 'commandLine', defaults: DEFAULTS });
    const megabytes = (what: 'VmRSS' | 'VmHWM') => memoryOf(child.pid ?? 0, what);
    await client.clients.list({ filter: {}, limit: 100 });
    const opened = megabytes('VmRSS');
    await importFile(client, list);
    const imported = megabytes('VmRSS');
    for (const text of texts) await client.search.find({ text, limit: 6 });
    for (let offset = 0; offset < 20_000; offset += 1_000) {
      await client.contacts.list({ filter: {}, offset: offset * 5, limit: 100 });
      await client.clients.list({ filter: {}, offset, limit: 100 });
    }
    await exportContacts(client, 'csv-excel');
    const memory = { opened, imported, worked: megabytes('VmRSS'), peak: megabytes('VmHWM') };
    close();
    return memory;
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}

function memoryOf(pid: number, what: string): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`^${what}:\\s+(\\d+)`, 'm').exec(status)?.[1]) / 1024;
}
