/** A long list of which only the windows in sight are in memory: rows by their offset in the sorted whole. */
import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { ask, type Domain, type InputOf, type OutputOf, type Procedure } from './live.ts';

type RowOf<O> = O extends { rows: (infer R)[] } ? R : O extends { entries: (infer E)[] } ? E : never;
type Page<R> = { total: number; rows?: R[]; entries?: R[] };

export interface LiveWindow<R> {
  /** Rows in the whole list; undefined until first known. */
  total: number | undefined;
  rowAt(index: number): R | undefined;
  /** Says which rows are in sight; they and their neighbours are fetched. */
  ensure(from: number, to: number): void;
  /** The place of the first row that fits, among the first thousands; undefined when it is not there. */
  find(fits: (row: R) => boolean): Promise<number | undefined>;
  /** All rows from the first, at most so many; for paper. */
  readAll(most: number): Promise<{ rows: R[]; total: number }>;
  error: Error | null;
  /** The rows shown still answer the previous input. */
  stale: boolean;
}

const PAGES_KEPT = 30;
const LOOKED_AT_ONCE = 500;
const LOOKED_THROUGH = 4000;

/** Which pages hold rows `from` to `to`; at most eight, so that a wild scroll cannot ask for everything. */
export function pagesBetween(from: number, to: number, pageSize: number): number[] {
  const first = Math.max(0, Math.floor(from / pageSize));
  const last = Math.max(first, Math.floor(to / pageSize));
  return Array.from({ length: Math.min(last - first + 1, 8) }, (_, step) => first + step);
}

export function useLiveWindow<D extends Domain, P extends Procedure<D>>(
  domain: D,
  procedure: P,
  input: Omit<InputOf<D, P>, 'offset' | 'limit'>,
  pageSize = 100,
  options: { enabled?: boolean } = {},
): LiveWindow<RowOf<OutputOf<D, P>>> {
  type R = RowOf<OutputOf<D, P>>;
  const [sight, setSight] = useState({ from: 0, to: 0 });
  const inputKey = JSON.stringify(input);
  const pages = pagesBetween(sight.from, sight.to, pageSize);
  const results = useQueries({
    queries: pages.map((page) => {
      const full = { ...(input as object), offset: page * pageSize, limit: pageSize };
      return {
        queryKey: [domain, procedure, full],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          ask(domain, procedure, full, signal) as Promise<Page<R>>,
        enabled: options.enabled ?? true,
        gcTime: 60_000,
      };
    }),
  }) as UseQueryResult<Page<R>>[];

  const kept = useRef<{ inputKey: string; total: number | undefined; pages: Map<number, R[]> }>(undefined);
  const answered = results.find((result) => result.data !== undefined)?.data;
  if (!kept.current || (kept.current.inputKey !== inputKey && answered)) {
    kept.current = { inputKey, total: answered?.total, pages: new Map() };
  }
  const memory = kept.current;
  if (answered) memory.total = answered.total;
  if (memory.inputKey === inputKey) {
    results.forEach((result, at) => {
      const rows = result.data?.rows ?? result.data?.entries;
      const page = pages[at];
      if (rows && page !== undefined) memory.pages.set(page, rows);
    });
    for (const page of memory.pages.keys()) {
      if (memory.pages.size > PAGES_KEPT && !pages.includes(page)) memory.pages.delete(page);
    }
  }
  const ensure = useCallback((from: number, to: number) => {
    setSight((before) => (before.from === from && before.to === to ? before : { from, to }));
  }, []);
  const readPart = useCallback(
    async (offset: number): Promise<{ rows: R[]; total: number }> => {
      const part = { ...JSON.parse(inputKey), offset, limit: LOOKED_AT_ONCE };
      const answer = (await ask(domain, procedure, part, new AbortController().signal)) as Page<R>;
      return { rows: answer.rows ?? answer.entries ?? [], total: answer.total };
    },
    [domain, procedure, inputKey],
  );
  const readAll = useCallback(
    async (most: number) => {
      const all: R[] = [];
      for (;;) {
        const { rows, total } = await readPart(all.length);
        all.push(...rows);
        if (rows.length === 0 || all.length >= Math.min(most, total))
          return { rows: all.slice(0, most), total };
      }
    },
    [readPart],
  );
  const find = useCallback(
    async (fits: (row: R) => boolean): Promise<number | undefined> => {
      for (let offset = 0; offset < LOOKED_THROUGH; offset += LOOKED_AT_ONCE) {
        const { rows, total } = await readPart(offset);
        const at = rows.findIndex(fits);
        if (at >= 0) return offset + at;
        if (offset + rows.length >= total) return undefined;
      }
      return undefined;
    },
    [readPart],
  );
  return {
    find,
    readAll,
    total: memory.total,
    rowAt: (index) => memory.pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    ensure,
    error: results.find((result) => result.error)?.error ?? null,
    stale: memory.inputKey !== inputKey,
  };
}
