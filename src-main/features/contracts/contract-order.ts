/** Pieces of SQL that the list of contracts, the client desk and the day have in common; the contract is `k`. */
import type { CONTRACT_STATUSES } from '#shared/entities/contracts.ts';

/** Ended by notice or run out: its dates ask for nothing any more. */
export const ENDED: readonly (typeof CONTRACT_STATUSES)[number][] = ['terminated', 'expired'];

const HAS_ENDED = `k.status IN (${ENDED.map((status) => `'${status}'`).join(', ')})`;

export const IS_LIVE = `NOT ${HAS_ENDED}`;

/** The next last day for notice first; those without one, then those that no longer run. */
export const DEADLINE_ORDER = `${HAS_ENDED}, k.notice_deadline IS NULL, k.notice_deadline, k.sort_title, k.id`;

const ITEMS = `FROM checklist l JOIN checklist_item t ON t.checklist = l.id
  WHERE l.contract = k.id AND l.deleted_at IS NULL AND t.deleted_at IS NULL`;

/** `done` and `items`: how many items of all its checklists are ticked, and how many there are. */
export const PROGRESS_COLUMNS = `(SELECT COUNT(t.done_at) ${ITEMS}) AS done, (SELECT COUNT(*) ${ITEMS}) AS items`;
