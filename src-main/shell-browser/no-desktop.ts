/** Why the browser shell opens where a desktop window was asked for, in one line. */
import process from 'node:process';
import { shellWords } from '#shared/i18n/shell-words.ts';
import { systemLanguage } from '../engine/locale.ts';

/** `missing`: Electron's binary is neither here nor to be had. */
export type NoDesktopReason = 'root' | 'noScreen' | 'missing';

/** What keeps any desktop window from opening here, before Electron's binary is even looked for. */
export function whyNoDesktop(
  { platform, env }: Pick<NodeJS.Process, 'platform' | 'env'> = process,
  user = process.getuid?.(),
): NoDesktopReason | null {
  if (platform !== 'linux') return null;
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'noScreen';
  // Chromium's sandbox does not run as root, and without it the window is not opened at all.
  return user === 0 ? 'root' : null;
}

export function sayNoDesktop(reason: NoDesktopReason): void {
  process.stderr.write(`${shellWords(systemLanguage())(`noDesktop.${reason}`)}\n`);
}
