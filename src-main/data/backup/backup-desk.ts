/** What procedures can ask of the backups of one profile, whether its base is open or shut. */
import type {
  Backup,
  BackupPreview,
  BackupSource,
  BackupState,
  MakeEvent,
  RestoreEvent,
} from '#shared/contract/backups.ts';

/** Everything that fails as expected throws `BackupRefusal`; nothing was changed then. */
export interface BackupDesk {
  state(): BackupState;
  list(): Backup[];
  /** Into the profile and the second place, or into `folder` alone. Leaving the iterator stops it. */
  make(folder?: string): AsyncGenerator<MakeEvent, void, undefined>;
  /** File of a backup by its id, and the name it is offered under. */
  find(id: string): { file: string; name: string };
  setPlace(folder: string | null): void;
  /** Bytes of the upload that are there now. */
  upload(id: string, offset: number, bytes: Uint8Array): number;
  discard(upload: string): void;
  inspect(source: BackupSource, code: string | null): BackupPreview;
  /** Opens the restored base in place of the present one, then has the windows connect anew. */
  restore(source: BackupSource, code: string | null): AsyncGenerator<RestoreEvent, void, undefined>;
}
