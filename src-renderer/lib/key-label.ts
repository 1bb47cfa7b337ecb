/** Names of keys as they stand on the keyboard in front of the person. */
import { desktop } from './desktop.ts';

/** `Ctrl K` is `⌘ K` where the desktop's menu goes by the keys of a Mac. */
export function keyLabel(keys: string, platform = desktop?.platform): string {
  return platform === 'darwin' ? keys.replace('Ctrl', '⌘') : keys;
}
