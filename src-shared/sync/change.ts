/** What a change may be and how much may be accepted together (docs/sync.md). */

export const CHANGE_KINDS = ['create', 'set', 'delete', 'restore', 'erase'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Greatest number of changes of one transaction. */
export const TXN_CHANGES = 200;
/** Greatest size of one transaction's values, in bytes of JSON. */
export const TXN_BYTES = 256 * 1024;

/** The unit under which deletion stands in history; no field can have this name. */
export const DELETED_UNIT = '$deleted';

/** Stands in `base` for "nothing was there": the unit had no value when the record was created, nor since. */
export const UNSET = '00000000-0000-0000-0000-000000000000';
