/** What may be written of what the server says, inside one transaction of the door. */
import type { Database } from 'better-sqlite3';
import type { Entity } from '#shared/entities/define.ts';
import type { Base } from '../base.ts';

export class RemoteTransaction {
  readonly db: Database;
  /** UTC milliseconds. */
  readonly now: number;
  readonly newId: () => string;
  /** Entities and records written so far. */
  readonly entities = new Set<string>();
  readonly ids = new Set<string>();

  constructor({ writer, now, newId }: Base) {
    this.db = writer;
    this.now = now();
    this.newId = newId;
  }

  touched(entity: Entity, id: string): void {
    this.entities.add(entity.name);
    this.ids.add(id);
  }
}
