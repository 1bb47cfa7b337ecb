/** What a command works with once the engine is reached. */
import type { SayShell } from '#shared/i18n/shell-words.ts';
import type { EngineClient } from '../engine/reach.ts';

export interface Running {
  client: EngineClient;
  /** Sentences in the language of the base. */
  say: SayShell;
  language: 'sk' | 'en';
}
