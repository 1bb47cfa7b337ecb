/** The rules that keep the exchange whole; each can be taken out, and then the model must find what breaks. */
export interface Rules {
  /** A change that is known by its id takes no effect again. */
  readonly dedup: boolean;
  /** A number that was used for another change means a restored or copied profile; it is not taken for a repetition. */
  readonly forkCheck: boolean;
  /** A stamp far ahead of the server's clock is stamped anew. */
  readonly clockClamp: boolean;
  /** An edit is stamped after what its author saw. */
  readonly restamp: boolean;
  /** What loses goes to the conflict desk. */
  readonly conflictRecord: boolean;
  /** An acknowledged change is kept until a backup of the server holds it. */
  readonly ackRetention: boolean;
  /** The cursor moves in the transaction that applies the page. */
  readonly cursorAfterApply: boolean;
  /** A known id with other content is a change of its own. */
  readonly copyCheck: boolean;
}

export const ALL_RULES: Rules = {
  dedup: true,
  forkCheck: true,
  clockClamp: true,
  restamp: true,
  conflictRecord: true,
  ackRetention: true,
  cursorAfterApply: true,
  copyCheck: true,
};
