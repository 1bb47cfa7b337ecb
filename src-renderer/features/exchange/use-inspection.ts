/** What the engine says of the file as it is to be read now, and what would become of its first rows. */
import { useMemo, useRef } from 'react';
import type { Inspection, PlannedRow } from '#shared/contract/exchange.ts';
import { useLive } from '#renderer/lib/live.ts';
import { useImport } from './import-store.ts';
import { troubleSentence } from './sentences.ts';

/** The query asks for nothing while there is no file; the input only has to have its shape. */
const NO_SOURCE = { upload: '00000000-0000-7000-8000-000000000000' };

export interface Inspected {
  /** The last good answer: it stays in sight while another way of reading is tried or has failed. */
  inspection: Inspection | undefined;
  trouble: string | null;
  pending: boolean;
}

export function useInspection(): Inspected {
  const source = useImport((state) => state.source);
  const options = useImport((state) => state.options);
  const answer = useLive(
    'exchange',
    'inspect',
    { source: source ?? NO_SOURCE, options },
    {
      enabled: source !== null,
      keepPrevious: true,
    },
  );
  const good = useRef<Inspection>(undefined);
  if (answer.data) good.current = answer.data;
  return {
    inspection: good.current,
    trouble: answer.error ? troubleSentence(answer.error) : null,
    pending: answer.isFetching,
  };
}

export interface Planned {
  rows: PlannedRow[] | undefined;
  trouble: string | null;
  pending: boolean;
}

/** The first rows as they would be imported; asked already while columns are chosen, so that a clash shows there. */
export function usePlan(): Planned {
  const source = useImport((state) => state.source);
  const options = useImport((state) => state.options);
  const map = useImport((state) => state.map);
  const input = { source: source ?? NO_SOURCE, options, map, limit: 50 };
  const answer = useLive('exchange', 'preview', input, { enabled: source !== null, keepPrevious: true });
  return {
    rows: answer.data?.rows,
    trouble: answer.error ? troubleSentence(answer.error) : null,
    pending: answer.isFetching,
  };
}

/** Names the way of reading and the mapping, so that an answer is never shown for another one. */
export function useReadingKey(): string {
  const source = useImport((state) => state.source);
  const options = useImport((state) => state.options);
  const map = useImport((state) => state.map);
  return useMemo(() => JSON.stringify([source, options, map]), [source, options, map]);
}
