/** The desktop around this window; undefined in a browser. The one place that looks at `window.desktop`. */
import type { DesktopBridge } from '#shared/desktop/bridge.ts';

declare global {
  interface Window {
    readonly desktop?: DesktopBridge;
  }
}

export const desktop: DesktopBridge | undefined = typeof window === 'undefined' ? undefined : window.desktop;
