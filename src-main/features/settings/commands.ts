/** First start, preferences, and the local member's name. */
import type { Base } from '#main/data/base.ts';
import { write } from '#main/data/write.ts';
import type { Preferences } from '#shared/contract/settings.ts';
import { member } from '#shared/entities/settings.ts';
import { preferencesOf } from './queries.ts';

/** The name is written first: when the disk refuses it, the first-start screen asks again. */
export function setUp(
  base: Base,
  answers: { language: Preferences['language']; country: string; name: string },
): void {
  const { name, language, country } = answers;
  renameMember(base, name);
  changePreferences(base, { language, country });
  base.settings.set('ready', true);
}

/** Only what is given changes. */
export function changePreferences(base: Base, changed: Partial<Preferences>): void {
  base.settings.set('preferences', { ...preferencesOf(base), ...changed });
}

export function renameMember(base: Base, name: string): void {
  write(base, { key: 'memberRenamed', params: { name } }, (tx) => tx.edit(member, tx.member, { name }));
}
