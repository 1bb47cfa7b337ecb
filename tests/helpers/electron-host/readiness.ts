/**
 * The app becomes ready by itself, but only once its main module has been evaluated: a top-level
 * `await app.whenReady()` waits for ever here as it does in Electron.
 */

const evaluated = Promise.withResolvers<void>();
const ready = Promise.withResolvers<void>();
let isNowReady = false;

export const whenEvaluated = evaluated.promise;
export const whenReady = ready.promise;
export const isReady = () => isNowReady;

export function markEvaluated(): void {
  evaluated.resolve();
}

export function markReady(): void {
  isNowReady = true;
  ready.resolve();
}
