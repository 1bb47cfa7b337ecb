/**
 * Whether two sides hold the same: per bucket the number of records and the sum of their hashes modulo 2^128, over what
 * both know. The hash function is given, for there is none that Node and the browser share.
 */
import { canonicalJson } from './canonical-json.ts';
import { DELETED_UNIT } from './change.ts';
import { DIGEST_BUCKETS } from './wire.ts';

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export type Sha256 = (text: string) => string;
/** {entity: names of its fields}. */
export type KnownFields = Readonly<Record<string, readonly string[]>>;

/** What a hash is made of; `data` may hold more fields than are known. */
export interface DigestRow {
  readonly entity: string;
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly units: Readonly<Record<string, { readonly change: string }>>;
  readonly deletedAt: number | null;
}

interface Statement {
  readonly name: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly units: Readonly<Record<string, readonly string[]>>;
}

/** Every field of these entities: what a device sends as `fields`. */
export function knownFields(entities: readonly Statement[]): Record<string, string[]> {
  return Object.fromEntries(entities.map(({ name, fields }) => [name, Object.keys(fields)]));
}

/** 0 to 255. */
export function bucketOf(id: string): number {
  return Number.parseInt(id.slice(-2), 16);
}

/** Sums rows of the given entities as far as `known` knows them; others do not count. */
export class Digest {
  readonly #sha256: Sha256;
  readonly #units = new Map<string, [unit: string, fields: string[]][]>();
  readonly #counts = new Array<number>(DIGEST_BUCKETS).fill(0);
  readonly #sums = new Array<bigint>(DIGEST_BUCKETS).fill(0n);

  constructor(entities: readonly Statement[], known: KnownFields, sha256: Sha256) {
    this.#sha256 = sha256;
    for (const { name, units } of entities) {
      const fields = known[name];
      if (!fields) continue;
      const shared = Object.entries(units)
        .map(([unit, own]): [string, string[]] => [unit, own.filter((field) => fields.includes(field))])
        .filter(([, own]) => own.length > 0)
        .sort(([a], [b]) => (a < b ? -1 : 1));
      this.#units.set(name, shared);
    }
  }

  add(row: DigestRow): void {
    const text = this.#textOf(row);
    if (text === null) return;
    const bucket = bucketOf(row.id);
    const hash = BigInt(`0x${this.#sha256(text).slice(0, 32)}`);
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
    this.#sums[bucket] = BigInt.asUintN(128, (this.#sums[bucket] ?? 0n) + hash);
  }

  /** 256 pairs of count and sum in 32 hexadecimal digits. */
  buckets(): [count: number, sum: string][] {
    return this.#counts.map((count, bucket) => [
      count,
      (this.#sums[bucket] ?? 0n).toString(16).padStart(32, '0'),
    ]);
  }

  #textOf({ entity, id, data, units, deletedAt }: DigestRow): string | null {
    const known = this.#units.get(entity);
    if (!known) return null;
    let text = `${entity}\n${id}\n`;
    for (const [unit, fields] of known) {
      const change = units[unit]?.change;
      const held = fields
        .map((field) => [field, data[field]])
        .filter(([, value]) => (value ?? null) !== null);
      // A value that no change has set is a fault of the file, and must be found.
      if (change === undefined && held.length === 0) continue;
      text += `${unit}\t${change ?? ''}\t${canonicalJson(Object.fromEntries(held))}\n`;
    }
    const deletion = units[DELETED_UNIT];
    return deletion ? `${text}${DELETED_UNIT}\t${deletion.change}\t${deletedAt !== null}\n` : text;
  }
}
