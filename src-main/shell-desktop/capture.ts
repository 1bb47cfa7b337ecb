/** Which device the screen that is open may use. None, unless the window has just said so. */
import type { CaptureDevice } from '#shared/desktop/bridge.ts';

const MEDIA: Readonly<Record<CaptureDevice, string>> = { microphone: 'audio', camera: 'video' };

export interface Capture {
  open(device: CaptureDevice | null): void;
  /** Whether all of these media (`audio`, `video`) belong to the open device; no media belong to none. */
  allows(media: readonly string[]): boolean;
}

export function watchCapture(): Capture {
  let opened: CaptureDevice | null = null;
  return {
    open: (device) => (opened = device),
    allows: (media) =>
      opened !== null && media.length > 0 && media.every((kind) => opened && MEDIA[opened] === kind),
  };
}
