/**
 * Whose day it is. In a firm many records of colleagues lie on this disk too; the day shows one's own. SQL conditions
 * with the named parameters of `mineOf`.
 */
import type { Base } from '#main/data/base.ts';
import { readSync } from '#main/data/sync-store.ts';

export interface Mine {
  me: string;
  /** 1 where the base belongs to no firm: what nobody answers for is then mine as well. */
  alone: 0 | 1;
}

export function mineOf(base: Base): Mine {
  return { me: base.member(), alone: readSync(base.reader, 'connection') ? 0 : 1 };
}

/** Clients that I answer for. */
export const myClient = (c: string): string => `(${c}.owner = @me OR (${c}.owner IS NULL AND @alone))`;

/** Meetings that I take part in; one that names nobody of ours is its maker's. */
export const myMeeting = (m: string): string =>
  `CASE WHEN ${m}.ours IS NULL OR ${m}.ours = '[]' THEN ${m}.created_by = @me ELSE instr(${m}.ours, @me) > 0 END`;
