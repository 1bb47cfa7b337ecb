/** What a new base begins with when nobody has been asked yet, and the language of sentences before one is open. */
import os from 'node:os';
import process from 'node:process';
import type { NewBaseDefaults } from './host.ts';

type Environment = Record<string, string | undefined>;

/** English where the system speaks English, Slovak everywhere else. POSIX order of the variables. */
export function systemLanguage(env: Environment = process.env, platform = process.platform): 'sk' | 'en' {
  const told = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  const locale = told ?? (platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : '');
  return /^en([_.@-]|$)/i.test(locale) ? 'en' : 'sk';
}

export function newBaseDefaults(): NewBaseDefaults {
  return { language: systemLanguage(), country: 'SK', name: userName() };
}

function userName(): string {
  try {
    return os.userInfo().username || 'Vizitka';
  } catch {
    // A container may run under a user id without an entry.
    return 'Vizitka';
  }
}
