/**
 * The workspace's counter. Its row is taken before anything else is written, so writers of one workspace commit in the
 * order of their numbers and a reader never passes a number that is yet to appear.
 */
import type { ClientScope } from '#shared/sync/wire.ts';
import type { Tx } from '../data/transaction.ts';
import { SyncError } from './sync-error.ts';

export interface WorkspaceRow {
  name: string;
  clientScope: ClientScope;
  seq: number;
  epoch: string;
  /** The counter when the epoch began. */
  epochSeq: number;
  durableSeq: number;
  access: number;
}

const COLUMNS = `name, client_scope AS "clientScope", seq, epoch, epoch_seq AS "epochSeq", durable_seq AS "durableSeq", access`;

export class Counter {
  readonly workspace: string;
  readonly row: Readonly<WorkspaceRow>;
  #seq: number;

  private constructor(workspace: string, row: WorkspaceRow) {
    this.workspace = workspace;
    this.row = row;
    this.#seq = row.seq;
  }

  /** Waits for other writers of the workspace. */
  static async take(tx: Tx, workspace: string): Promise<Counter> {
    const { rows } = await tx.query<WorkspaceRow>(
      `UPDATE sync.workspace SET seq = seq + 1 WHERE workspace_id = $1 RETURNING ${COLUMNS}`,
      [workspace],
    );
    if (!rows[0]) throw new SyncError('unauthorised');
    return new Counter(workspace, { ...rows[0], seq: rows[0].seq });
  }

  /** The number in use. */
  get seq(): number {
    return this.#seq;
  }

  /** The next number, or the last of several. */
  next(steps = 1): number {
    this.#seq += steps;
    return this.#seq;
  }

  /** Before the commit. */
  async keep(tx: Tx): Promise<void> {
    if (this.#seq === this.row.seq) return;
    await tx.query('UPDATE sync.workspace SET seq = $2 WHERE workspace_id = $1', [this.workspace, this.#seq]);
  }
}

/** Without taking the counter. */
export async function readWorkspace(tx: Tx, workspace: string): Promise<WorkspaceRow> {
  const { rows } = await tx.query<WorkspaceRow>(
    `SELECT ${COLUMNS} FROM sync.workspace WHERE workspace_id = $1`,
    [workspace],
  );
  if (!rows[0]) throw new SyncError('unauthorised');
  return rows[0];
}
