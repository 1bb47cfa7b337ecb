/** Who asks, as his token says: the server believes nothing else about it. */
export interface Caller {
  readonly workspace: string;
  readonly member: string;
  readonly device: string;
}
