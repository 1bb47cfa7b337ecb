/** The typed client of the contract: `rpc.clients.desk({ id })`. */
import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#shared/contract/index.ts';
import { engineLink } from './connection.ts';

export type Rpc = ContractRouterClient<Contract>;

export const rpc: Rpc = createORPCClient(engineLink);

/** A new record's id, made when its form opens; ids sort by the time they were made. */
export { v7 as newId } from 'uuid';
