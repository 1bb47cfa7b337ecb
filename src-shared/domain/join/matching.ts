/**
 * One-to-one matching of two lists by keys, rule after rule: what an earlier rule has paired is out of the later ones.
 * Every rule takes time in proportion to the number of keys, and the order of the lists does not matter.
 */

interface Named {
  readonly id: string;
}

export class Matching<T extends Named> {
  /** Id of mine to id of theirs. */
  readonly pairs = new Map<string, string>();
  /** Of those without a pair: mine, and the one of theirs that it may be. */
  readonly doubtful = new Map<string, string>();
  #mine: readonly T[];
  #theirs: readonly T[];

  constructor(mine: readonly T[], theirs: readonly T[]) {
    this.#mine = mine.toSorted(byId);
    this.#theirs = theirs.toSorted(byId);
  }

  /** Pairs those with a key in common, the first with the first; '' is no key. */
  pairInOrder(keysOf: (one: T) => readonly string[]): void {
    const theirs = queues(this.#theirs, keysOf);
    const taken = new Set<string>();
    for (const mine of this.#mine) {
      for (const key of keysOf(mine)) {
        const found = firstFree(theirs.get(key), taken);
        if (!found) continue;
        taken.add(found.id);
        this.pairs.set(mine.id, found.id);
        break;
      }
    }
    this.#leave(taken);
  }

  /** Pairs two that share a key with nobody else, where `mayBe` does not object. */
  pairLonely(keysOf: (one: T) => readonly string[], mayBe: (mine: T, theirs: T) => boolean): void {
    const theirs = queues(this.#theirs, keysOf);
    const mine = queues(this.#mine, keysOf);
    const taken = new Set<string>();
    for (const [key, { list }] of mine) {
      const [one] = list;
      const [other] = theirs.get(key)?.list ?? [];
      if (!one || !other || list.length > 1 || (theirs.get(key)?.list.length ?? 0) > 1) continue;
      if (this.pairs.has(one.id) || taken.has(other.id) || !mayBe(one, other)) continue;
      taken.add(other.id);
      this.pairs.set(one.id, other.id);
    }
    this.#leave(taken);
  }

  /** Notes for those left which of theirs, if any, each may be; the last rule. */
  doubt(keysOf: (one: T) => readonly string[]): void {
    const theirs = queues(this.#theirs, keysOf);
    for (const mine of this.#mine) {
      const found = keysOf(mine).flatMap((key) => theirs.get(key)?.list[0] ?? []);
      if (found[0]) this.doubtful.set(mine.id, found[0].id);
    }
  }

  #leave(taken: ReadonlySet<string>): void {
    if (taken.size === 0) return;
    this.#mine = this.#mine.filter(({ id }) => !this.pairs.has(id));
    this.#theirs = this.#theirs.filter(({ id }) => !taken.has(id));
  }
}

interface Queue<T> {
  readonly list: T[];
  /** Those before it are taken. */
  next: number;
}

function queues<T>(list: readonly T[], keysOf: (one: T) => readonly string[]): Map<string, Queue<T>> {
  const found = new Map<string, Queue<T>>();
  for (const one of list) {
    for (const key of new Set(keysOf(one))) {
      if (key === '') continue;
      const queue = found.get(key);
      if (queue) queue.list.push(one);
      else found.set(key, { list: [one], next: 0 });
    }
  }
  return found;
}

function firstFree<T extends Named>(queue: Queue<T> | undefined, taken: ReadonlySet<string>): T | undefined {
  if (!queue) return undefined;
  for (; queue.next < queue.list.length; queue.next += 1) {
    const one = queue.list[queue.next] as T;
    if (!taken.has(one.id)) return one;
  }
  return undefined;
}

function byId(a: Named, b: Named): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
