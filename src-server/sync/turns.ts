/**
 * One after the other, per workspace: who waits for a workspace's counter in the database holds a connection meanwhile,
 * and many who wait would leave none for those who only read.
 */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  take<T>(workspace: string, work: () => Promise<T>): Promise<T> {
    const result = (this.#last.get(workspace) ?? Promise.resolve()).then(work);
    const settled = result.then(
      () => undefined,
      () => undefined,
    );
    this.#last.set(workspace, settled);
    void settled.then(() => {
      if (this.#last.get(workspace) === settled) this.#last.delete(workspace);
    });
    return result;
  }
}
