/** A file, or a way of reading it, that is refused as a whole; the screen makes a sentence of code and parameters. */
import type { FileRefusal } from '#shared/contract/exchange.ts';

export class FileRefused extends Error {
  readonly problem: FileRefusal;
  readonly params: Record<string, string | number>;

  constructor(problem: FileRefusal, params: Record<string, string | number> = {}) {
    super(problem);
    this.name = 'FileRefused';
    this.problem = problem;
    this.params = params;
  }
}
