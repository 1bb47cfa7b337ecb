/** What the model's devices and its server say to each other: the messages of src-shared/sync, as far as they matter here. */
import type { RecordState } from '#shared/sync/merge-state.ts';
import type { ChangeStatus, WireChange } from '#shared/sync/wire.ts';

export interface Stored {
  readonly entity: string;
  readonly id: string;
  readonly seq: number;
  readonly state: RecordState;
}

export type Ask =
  | { readonly kind: 'hello'; readonly device: string; readonly epoch: number | null; readonly lastN: number }
  | {
      readonly kind: 'push';
      readonly device: string;
      readonly epoch: number;
      readonly changes: readonly WireChange[];
    }
  | { readonly kind: 'pull'; readonly epoch: number; readonly cursor: number };

export interface Result {
  readonly id: string;
  readonly status: ChangeStatus;
  readonly seq: number;
}

export type Answer =
  | { readonly kind: 'hello'; readonly epoch: number; readonly durableSeq: number }
  | {
      readonly kind: 'push';
      readonly durableSeq: number;
      readonly results: readonly Result[];
      readonly records: readonly Stored[];
    }
  | {
      readonly kind: 'pull';
      readonly durableSeq: number;
      readonly records: readonly Stored[];
      readonly cursor: number;
      readonly more: boolean;
    }
  | { readonly kind: 'error'; readonly error: 'epoch_changed' | 'device_fork' }
  | { readonly kind: 'error'; readonly error: 'gap'; readonly lastN: number };
