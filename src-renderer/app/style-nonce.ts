/**
 * The shell writes a fresh nonce into the page; `<style>` elements that the component library makes carry it, so
 * that the content policy can refuse all others.
 */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

/** The library that locks scrolling behind a dialog reads its nonce from this global. */
export function allowStyles(): void {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
}
