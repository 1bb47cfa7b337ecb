/** What procedures can ask of the exchange of one open base. */
import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import type { sync } from '#shared/contract/sync.ts';

type Inputs = InferContractRouterInputs<typeof sync>;
type Outputs = InferContractRouterOutputs<typeof sync>;

/** One function per procedure of the contract; what fails as expected throws REFUSED. */
export type SyncDesk = {
  [P in keyof Outputs]: (input: Inputs[P]) => Outputs[P] | Promise<Outputs[P]>;
};
