/** A firm on a test's database, with devices that build changes by hand and say exactly what a test wants said. */
import { randomBytes, randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import type { Database } from '#server/data/database.ts';
import { inWorkspace } from '#server/data/transaction.ts';
import { makeSyncHandlers, type SyncHandlers } from '#server/sync/handlers.ts';
import type { Known } from '#server/sync/answer.ts';
import type { PullAnswer } from '#server/sync/pull.ts';
import type { PushAnswer } from '#server/sync/push.ts';
import { addDevice, addMember, createWorkspace } from '#server/sync/workspaces.ts';
import { rootOf } from '#shared/entities/define.ts';
import { type EntityName, entityNamed } from '#shared/entities/index.ts';
import { hlcToHex } from '#shared/sync/hlc.ts';
import {
  type ClientScope,
  PROTOCOL,
  type PullItem,
  type Role,
  type WireChange,
  type WireRecord,
} from '#shared/sync/wire.ts';

type Values = Record<string, unknown>;
/** A change without what is given when it is sent. */
export type Draft = Omit<Known<WireChange>, 'n' | 'txn'>;

export interface Firm {
  readonly db: Database;
  readonly workspace: string;
  readonly handlers: SyncHandlers;
  close(): Promise<void>;
}

export async function makeFirm(db: Database, clientScope: ClientScope = 'workspace'): Promise<Firm> {
  const workspace = await createWorkspace(db, { name: 'Firma', clientScope });
  const { handlers, close } = makeSyncHandlers(db);
  return { db, workspace, handlers, close };
}

export async function addPerson(
  firm: Firm,
  role: Role = 'rep',
  sight: { team?: string; territories?: string[] } = {},
): Promise<HandDevice> {
  const id = v7();
  await inWorkspace(firm.db, firm, (tx) =>
    addMember(tx, firm.workspace, { id, name: 'Eva', email: `${id}@example.com`, role, ...sight }),
  );
  return addHandDevice(firm, id);
}

/** One more device of a member. */
export async function addHandDevice(firm: Firm, member: string): Promise<HandDevice> {
  const hlcDevice = randomBytes(8).toString('hex');
  const device = await inWorkspace(firm.db, firm, (tx) =>
    addDevice(tx, firm.workspace, { member, name: 'laptop', platform: 'linux', hlcDevice }),
  );
  return new HandDevice(firm, { workspace: firm.workspace, member, device }, hlcDevice);
}

export class HandDevice {
  readonly firm: Pick<Firm, 'workspace' | 'handlers'>;
  readonly caller: { workspace: string; member: string; device: string };
  readonly hlcDevice: string;
  n = 0;
  cursor = 0;
  epoch = '';
  access = '';
  /** Milliseconds by which its clock is ahead. */
  ahead = 0;
  #counter = 0;

  constructor(firm: HandDevice['firm'], caller: HandDevice['caller'], hlcDevice: string) {
    this.firm = firm;
    this.caller = caller;
    this.hlcDevice = hlcDevice;
  }

  async hello(): Promise<void> {
    const { epoch, access } = await this.firm.handlers.hello(
      {
        protocol: PROTOCOL,
        epoch: this.epoch || null,
        cursor: this.cursor,
        lastN: this.n,
        hlcDevice: this.hlcDevice,
      },
      this.caller,
    );
    Object.assign(this, { epoch, access });
  }

  create(name: EntityName, values: Values, id = v7()): Draft {
    const entity = entityNamed(name);
    const units: Record<string, Values> = {};
    for (const [unit, fields] of Object.entries(entity.units)) {
      const own = fields.filter((field) => (values[field] ?? null) !== null);
      if (own.length > 0)
        units[unit] = Object.fromEntries(fields.map((field) => [field, values[field] ?? null]));
    }
    return { ...this.#draft(name, id, rootOf(entity, id, values)), id, kind: 'create', units };
  }

  /** `seen`: the change over which each unit was edited, by default the record's `create`. */
  set(
    of: Pick<Draft, 'entity' | 'record' | 'root'>,
    units: Record<string, Values>,
    seen?: Record<string, string>,
  ): Draft {
    const base = seen ?? Object.fromEntries(Object.keys(units).map((unit) => [unit, of.record]));
    return { ...this.#draft(of.entity, of.record, of.root), kind: 'set', units, base };
  }

  remove(of: Pick<Draft, 'entity' | 'record' | 'root'>, seen = this.cursor): Draft {
    return { ...this.#draft(of.entity, of.record, of.root), kind: 'delete', seen };
  }

  erase(of: Pick<Draft, 'entity' | 'record' | 'root'>): Draft {
    return { ...this.#draft(of.entity, of.record, of.root), kind: 'erase' };
  }

  /** Each list is one txn; the numbers are given here. */
  number(...txns: Draft[][]): WireChange[] {
    return txns.flatMap((txn) => {
      const id = randomUUID();
      return txn.map((draft) => ({ ...draft, txn: id, n: ++this.n }) as WireChange);
    });
  }

  async push(...txns: Draft[][]): Promise<PushAnswer> {
    return this.send(this.number(...txns));
  }

  async send(changes: WireChange[], voided: string[] = []): Promise<PushAnswer> {
    if (this.epoch === '') await this.hello();
    const input = { protocol: PROTOCOL, epoch: this.epoch, changes, void: voided };
    return this.firm.handlers.push(input, this.caller);
  }

  async page(limit?: number): Promise<PullAnswer> {
    if (this.epoch === '') await this.hello();
    const { epoch, access, cursor } = this;
    const input = { protocol: PROTOCOL, epoch, access, cursor, ...(limit !== undefined && { limit }) };
    const answer = await this.firm.handlers.pull(input, this.caller);
    this.cursor = answer.cursor;
    return answer;
  }

  /** Everything after the cursor. */
  async pull(): Promise<PullItem[]> {
    const items: PullItem[] = [];
    for (let more = true; more; ) {
      const answer = await this.page();
      items.push(...answer.items);
      more = answer.more;
    }
    return items;
  }

  /** The records of everything after the cursor, as they came. */
  async pullRecords(): Promise<WireRecord[]> {
    return (await this.pull()).flatMap((item) => (item.kind === 'record' ? [item.record] : []));
  }

  #draft(entity: string, record: string, root: string | null): Omit<Draft, 'kind'> {
    const at = Date.now() + this.ahead;
    const hlc = hlcToHex({ ms: at, counter: this.#counter++ }, this.hlcDevice);
    const { member: actor } = this.caller;
    return {
      id: v7(),
      entity,
      record,
      root,
      units: null,
      base: null,
      seen: null,
      hlc,
      at,
      action: randomUUID(),
      actor,
    };
  }
}
