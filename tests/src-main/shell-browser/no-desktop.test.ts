import { expect, test } from 'vitest';
import { whyNoDesktop } from '#main/shell-browser/no-desktop.ts';

const at = (platform: NodeJS.Platform, env: Record<string, string>) => ({ platform, env });

test.each([
  [at('linux', {}), 1000, 'noScreen'],
  [at('linux', {}), 0, 'noScreen'],
  [at('linux', { DISPLAY: ':0' }), 0, 'root'],
  [at('linux', { DISPLAY: ':0' }), 1000, null],
  [at('linux', { WAYLAND_DISPLAY: 'wayland-0' }), 1000, null],
  [at('win32', {}), undefined, null],
  [at('darwin', {}), 0, null],
] as const)('%j as user %s: %s', (system, user, reason) => {
  expect(whyNoDesktop(system, user)).toBe(reason);
});
