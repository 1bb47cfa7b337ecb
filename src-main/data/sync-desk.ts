/** What procedures can ask of the exchange of one open base. */
import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import type { sync } from '#shared/contract/sync.ts';

type Inputs = InferContractRouterInputs<typeof sync>;
type Outputs = InferContractRouterOutputs<typeof sync>;

/** One function per procedure of the contract; what fails as expected throws REFUSED. */
export type SyncDesk = {
  [P in keyof Outputs]: (input: Inputs[P]) => Outputs[P] | Promise<Outputs[P]>;
};

/** The exchange as the house of the engine starts and ends it. */
export interface BaseSync extends SyncDesk {
  /** Exchanges by itself from now on; without it only on demand. */
  start(): void;
  /** Ends requests under way; nothing of the base is touched after it. */
  close(): void;
}
