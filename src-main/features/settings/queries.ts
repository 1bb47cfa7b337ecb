/** What this device prefers, who works on it, and what is said of the profile. */
import { readFileSync } from 'node:fs';
import type { Base } from '#main/data/base.ts';
import type { EngineContext } from '#main/data/context.ts';
import { statement } from '#main/data/statement.ts';
import type { Preferences } from '#shared/contract/settings.ts';

const DEFAULTS: Preferences = {
  language: 'sk',
  country: 'SK',
  theme: 'system',
  letterKeys: true,
  columns: {},
  railFolded: false,
  email: null,
};

/** Version of the program, from its package. */
const VERSION = (
  JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;

/** A base made by an older version may lack some preferences. */
export function preferencesOf(base: Base): Preferences {
  return { ...DEFAULTS, ...(base.settings.get('preferences') as Partial<Preferences> | undefined) };
}

export function readSettings({ engine, host }: EngineContext) {
  const { base } = engine;
  const id = base.member();
  const member = statement<{ name: string }>(base.reader, 'SELECT name FROM member WHERE id = ?').get(id);
  return {
    ready: base.settings.get('ready') === true,
    preferences: preferencesOf(base),
    member: { id, name: member?.name ?? '' },
    profile: {
      folder: host.folder,
      kind: host.kind,
      risk: host.risk,
      keySlots: [...host.keySlots],
      version: VERSION,
    },
  };
}

export function listMembers(base: Base): { id: string; name: string }[] {
  const { language } = preferencesOf(base);
  return statement<{ id: string; name: string }>(
    base.reader,
    'SELECT id, name FROM member WHERE deleted_at IS NULL',
  )
    .all()
    .toSorted((a, b) => a.name.localeCompare(b.name, language) || (a.id < b.id ? -1 : 1));
}
