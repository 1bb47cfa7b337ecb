/** The desktop around this window; undefined in a browser. The one place that looks at `window.desktop`. */
import type { DesktopBridge, NoticeKind } from '#shared/desktop/bridge.ts';

declare global {
  interface Window {
    readonly desktop?: DesktopBridge;
  }
}

export const desktop: DesktopBridge | undefined = typeof window === 'undefined' ? undefined : window.desktop;

/** Said by the system while nobody looks at the window; in a browser not at all. */
export function noticeOutside(kind: NoticeKind, count = 0): void {
  void desktop?.notify(kind, count);
}
