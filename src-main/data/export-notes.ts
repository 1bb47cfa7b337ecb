/** Exports of this device that the firm's server has not been told of: who took how much out, never what. */
import type { ExportNote } from '#shared/sync/wire.ts';
import type { Base } from './base.ts';
import { readSync, writeSync } from './sync-store.ts';

/** As many as one greeting may hold; of more the oldest are let go. */
const KEPT = 200;

/** Does nothing while the base belongs to no firm. */
export function noteExport(base: Base, note: Pick<ExportNote, 'what' | 'format' | 'rows'>): void {
  const { writer } = base;
  if (!readSync(writer, 'connection')) return;
  const notes = [...(readSync(writer, 'exports') ?? []), { ...note, id: base.newId(), at: base.now() }];
  writeSync(writer, 'exports', notes.slice(-KEPT));
}

/** The server has these. */
export function dropExportNotes({ writer }: Base, told: readonly ExportNote[]): void {
  const ids = new Set(told.map(({ id }) => id));
  const left = (readSync(writer, 'exports') ?? []).filter(({ id }) => !ids.has(id));
  writeSync(writer, 'exports', left.length > 0 ? left : null);
}
