/** What an action did, for undo and history. */
export const actions = {} as const;
