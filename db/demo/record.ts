/** What every part of the demo base is built from, and built into. */
import type { EntityName } from '#shared/entities/index.ts';
import type { Chance } from './chance.ts';

/** One record to be created through the write door. */
export interface DemoRecord {
  readonly entity: EntityName;
  /** UUIDv7. */
  readonly id: string;
  /** As `create` of the entity takes them. */
  readonly values: Record<string, unknown>;
}

/** Time, ids and people come from the base that is filled. */
export interface DemoSource {
  /** UTC milliseconds; everything in the demo base is told relative to it. */
  now(): number;
  newId(): string;
  /** Id of the local member, who owns most of the clients. */
  member(): string;
}

/** What the builders share: who works here, when "now" is, and one chance for all. */
export interface Setting {
  readonly chance: Chance;
  readonly newId: () => string;
  readonly now: number;
  /** "YYYY-MM-DD" in Bratislava. */
  readonly today: string;
  readonly me: string;
  readonly colleagues: readonly string[];
}
