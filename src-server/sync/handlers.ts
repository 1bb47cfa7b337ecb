/** What answers the messages of the exchange. Who asks has been found out from his token before. */
import type { MessageInput } from '#shared/sync/messages.ts';
import type { Database } from '../data/database.ts';
import type { Caller } from './caller.ts';
import { digest, type DigestAnswer } from './digest.ts';
import { hello, type HelloAnswer } from './hello.ts';
import { pull, type PullAnswer } from './pull.ts';
import { push, type PushAnswer } from './push.ts';
import { type HistoryAnswer, recordHistory } from './record-history.ts';
import { buckets, type BucketsAnswer, snapshot, type SnapshotAnswer } from './snapshot.ts';
import { TextMerger } from './text-merger.ts';
import { Turns } from './turns.ts';

export interface SyncHandlers {
  hello(input: MessageInput<'hello'>, caller: Caller): Promise<HelloAnswer>;
  push(input: MessageInput<'push'>, caller: Caller): Promise<PushAnswer>;
  pull(input: MessageInput<'pull'>, caller: Caller): Promise<PullAnswer>;
  snapshot(input: MessageInput<'snapshot'>, caller: Caller): Promise<SnapshotAnswer>;
  digest(input: MessageInput<'digest'>, caller: Caller): Promise<DigestAnswer>;
  buckets(input: MessageInput<'buckets'>, caller: Caller): Promise<BucketsAnswer>;
  history(input: MessageInput<'history'>, caller: Caller): Promise<HistoryAnswer>;
}

/** Answers without `product`, which the transport adds. `close` ends the thread that joins texts. */
export function makeSyncHandlers(
  db: Database,
  texts = new TextMerger(),
): { handlers: SyncHandlers; close(): Promise<void> } {
  const turns = new Turns();
  return {
    handlers: {
      hello: (input, caller) => hello(db, caller, input),
      push: (input, caller) => turns.take(caller.workspace, () => push(db, texts, caller, input)),
      pull: (input, caller) => pull(db, caller, input),
      snapshot: (input, caller) => snapshot(db, caller, input),
      digest: (input, caller) => digest(db, caller, input),
      buckets: (input, caller) => buckets(db, caller, input),
      history: (input, caller) => recordHistory(db, caller, input),
    },
    close: () => texts.close(),
  };
}
