/**
 * Queries that stay true: each is asked again when an event names an entity that its procedure reads
 * (`meta.reads` in the contract), whoever wrote it, in this window or in another.
 */
import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import { keepPreviousData, QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { contract, type Contract } from '#shared/contract/index.ts';
import { rpc } from './client.ts';
import { ConnectionLost } from './connection.ts';

type Inputs = InferContractRouterInputs<Contract>;
type Outputs = InferContractRouterOutputs<Contract>;
export type Domain = keyof Contract & string;
export type Procedure<D extends Domain> = keyof Contract[D] & string;
export type InputOf<D extends Domain, P extends Procedure<D>> = Inputs[D][P & keyof Inputs[D]];
export type OutputOf<D extends Domain, P extends Procedure<D>> = Outputs[D][P & keyof Outputs[D]];

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => error instanceof ConnectionLost && failures < 5,
      retryDelay: 200,
      networkMode: 'always',
    },
  },
});

/** The entities that a procedure reads, as the contract states them. */
export function topicsRead(domain: string, procedure: string): readonly string[] {
  const group = (contract as unknown as Record<string, Record<string, ContractNode> | undefined>)[domain];
  return group?.[procedure]?.['~orpc'].meta.reads ?? [];
}

interface ContractNode {
  '~orpc': { meta: { reads: readonly string[] } };
}

/** Whether events keep the answer under this key true. */
export function isFollowed([domain, procedure]: readonly unknown[]): boolean {
  return (
    typeof domain === 'string' && typeof procedure === 'string' && topicsRead(domain, procedure).length > 0
  );
}

/** Whether the answer kept under this key is stale once these topics have changed. */
export function isStale(queryKey: readonly unknown[], changed: ReadonlySet<string>): boolean {
  const [domain, procedure] = queryKey;
  if (typeof domain !== 'string' || typeof procedure !== 'string') return false;
  return topicsRead(domain, procedure).some((topic) => changed.has(topic));
}

export interface LiveOptions {
  enabled?: boolean;
  /** Shows the answer to the previous input until the new one is here (lists, search; not desks). */
  keepPrevious?: boolean;
}

type Call = (input: unknown, options: { signal: AbortSignal }) => Promise<unknown>;

export async function ask(
  domain: string,
  procedure: string,
  input: unknown,
  signal: AbortSignal,
): Promise<unknown> {
  const group = (rpc as unknown as Record<string, Record<string, Call>>)[domain];
  const call = group?.[procedure];
  if (!call) throw new Error(`no procedure ${domain}.${procedure}`);
  return call(input, { signal });
}

export function useLive<D extends Domain, P extends Procedure<D>>(
  domain: D,
  procedure: P,
  input: InputOf<D, P>,
  options: LiveOptions = {},
): UseQueryResult<OutputOf<D, P>> {
  return useQuery<OutputOf<D, P>>({
    queryKey: [domain, procedure, input],
    queryFn: ({ signal }) => ask(domain, procedure, input, signal) as Promise<OutputOf<D, P>>,
    enabled: options.enabled ?? true,
    placeholderData: options.keepPrevious ? (keepPreviousData as never) : undefined,
  });
}
