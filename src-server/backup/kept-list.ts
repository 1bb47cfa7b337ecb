/**
 * What must hold even when an older backup comes back: whose personal data was erased, which devices were revoked, who
 * is no member any more. The server notes it in a file beside its data as it happens; a restore reads that file, and
 * what the database to be replaced still knows.
 */
import { mkdirSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Client } from 'pg';
import { z } from 'zod';

const kept = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('erased'),
    workspace: z.uuid(),
    entity: z.string(),
    id: z.uuid(),
    by: z.uuid(),
    at: z.int(),
  }),
  z.object({ kind: z.literal('revoked'), workspace: z.uuid(), id: z.uuid(), at: z.int() }),
  z.object({ kind: z.literal('removed'), workspace: z.uuid(), id: z.uuid(), at: z.int() }),
]);
export type Kept = z.infer<typeof kept>;

const FILE = 'kept-after-restore.jsonl';
/** Rows become visible a little after their own time: what was looked at is looked at again for so long. */
const OVERLAP_MS = 10 * 60_000;

export async function readKeptList(dataDir: string): Promise<Kept[]> {
  const text = await readFile(path.join(dataDir, FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  // A line that a power cut left half written was not promised to anybody.
  return text.split('\n').flatMap((line) => {
    try {
      return kept.parse(JSON.parse(line));
    } catch {
      return [];
    }
  });
}

/** Of all workspaces; `client` is the keeper's. */
export async function readKeptFrom(client: Pick<Client, 'query'>, since: number): Promise<Kept[]> {
  const { rows } = await client.query<{ row: unknown }>(
    `SELECT jsonb_build_object('kind', 'erased', 'workspace', workspace_id, 'entity', entity, 'id', id,
       'by', by, 'at', at) AS row FROM sync.erasure WHERE at >= $1
     UNION ALL SELECT jsonb_build_object('kind', 'revoked', 'workspace', workspace_id, 'id', id, 'at', revoked_at)
       FROM sync.device WHERE revoked_at >= $1
     UNION ALL SELECT jsonb_build_object('kind', 'removed', 'workspace', workspace_id, 'id', id, 'at', removed_at)
       FROM sync.member WHERE removed_at >= $1`,
    [since],
  );
  return rows.map(({ row }) => kept.parse(row));
}

export class KeptList {
  readonly #dataDir: string;
  readonly #known = new Set<string>();
  #since = 0;

  private constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  static async open(dataDir: string): Promise<KeptList> {
    const list = new KeptList(dataDir);
    for (const one of await readKeptList(dataDir)) list.#known.add(keyOf(one));
    return list;
  }

  /** Adds what is new in the database; on the disk when it resolves. */
  async note(client: Pick<Client, 'query'>): Promise<void> {
    const started = Date.now();
    const fresh = (await readKeptFrom(client, this.#since)).filter((one) => !this.#known.has(keyOf(one)));
    if (fresh.length > 0) await this.add(fresh);
    this.#since = started - OVERLAP_MS;
  }

  async add(fresh: readonly Kept[]): Promise<void> {
    mkdirSync(this.#dataDir, { recursive: true, mode: 0o700 });
    const handle = await open(path.join(this.#dataDir, FILE), 'a', 0o600);
    try {
      // A line of its own also after one that was cut short.
      await handle.appendFile(`\n${fresh.map((one) => JSON.stringify(one)).join('\n')}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    for (const one of fresh) this.#known.add(keyOf(one));
  }
}

function keyOf(one: Kept): string {
  return `${one.kind} ${one.workspace} ${one.id} ${one.kind === 'erased' ? one.entity : one.at}`;
}
