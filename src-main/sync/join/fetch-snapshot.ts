/** Fills the staged snapshot: every slice that the member sees, then what changed meanwhile. */
import type { MessageInput, MessageName, MessageOutput } from '#shared/sync/messages.ts';
import { PROTOCOL } from '#shared/sync/wire.ts';
import { SLICES } from '../snapshot.ts';
import type { SnapshotFacts, StagedSnapshot } from './staged-snapshot.ts';

/** One message to the server as this device; throws what the exchange throws. */
export type Ask = <N extends MessageName>(name: N, input: MessageInput<N>) => Promise<MessageOutput<N>>;

/** `progress`: 0 to 1. Goes on where an earlier call was cut off; begins anew when the server's state is another one. */
export async function fetchSnapshot(
  staged: StagedSnapshot,
  now: SnapshotFacts,
  ask: Ask,
  progress: (part: number) => void,
): Promise<void> {
  const before = staged.facts;
  if (before && (before.epoch !== now.epoch || before.access !== now.access)) staged.restart();
  // What the slices bring is at least as new as the counter read before the first of them.
  if (!staged.facts) staged.begin(now);
  const begun = staged.facts?.cursor ?? now.cursor;
  for (const [at, slice] of SLICES.entries()) {
    for (let state = staged.slice(slice); !state.done; state = staged.slice(slice)) {
      const { epoch, access } = now;
      const page = await ask('snapshot', {
        protocol: PROTOCOL,
        epoch,
        access,
        slice,
        after: state.after,
        begun,
      });
      const received = state.received + page.records.length;
      const { after, total } = page;
      staged.addPage(slice, page.records, { after, received, total, done: after === null });
      progress((at + (total === 0 ? 1 : Math.min(1, received / total))) / SLICES.length);
    }
  }
  await pullToHead(staged, ask);
  progress(1);
}

/** What others did since the snapshot or the last pull. */
export async function pullToHead(staged: StagedSnapshot, ask: Ask): Promise<void> {
  for (let more = true; more; ) {
    const { facts } = staged;
    if (!facts) throw new Error('a pull before its snapshot');
    const page = await ask('pull', { protocol: PROTOCOL, ...facts });
    staged.addPulled(page.items, page.cursor);
    ({ more } = page);
  }
}
