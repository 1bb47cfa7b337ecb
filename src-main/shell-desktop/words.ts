/** The language of menu, tray, notices and boxes: the window's, and before it has spoken, the one of last time. */
import { type SayShell, shellWords } from '#shared/i18n/shell-words.ts';
import { systemLanguage } from '../engine/locale.ts';
import type { KeptState } from './desktop-state.ts';

type Language = 'sk' | 'en';

export interface Words {
  readonly say: SayShell;
  readonly language: Language;
  speak(language: Language): void;
  /** Called at once, and again after each change of the language. */
  follow(listener: (say: SayShell) => void): void;
}

/** `locale` is the system's, as Electron knows it: a program opened from a dock has no language in its environment. */
export function openWords(state: KeptState, locale: string): Words {
  let language: Language = state.now.language ?? systemLanguage({ LC_ALL: locale });
  const listeners: ((say: SayShell) => void)[] = [];
  const say: SayShell = (key, values) => shellWords(language)(key, values);
  return {
    say,
    get language() {
      return language;
    },
    speak(other) {
      if (other === language && state.now.language === other) return;
      language = other;
      state.change({ language });
      for (const listener of listeners) listener(say);
    },
    follow(listener) {
      listeners.push(listener);
      listener(say);
    },
  };
}
