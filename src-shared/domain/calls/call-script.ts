/**
 * The script of a call with the names put in. Whoever writes one puts `[klient]`, `[osoba]` and `[ja]` (or `[client]`,
 * `[person]`, `[me]`) where a name is to be said; all of them stand where the name needs no other ending.
 */
const PLACES = {
  klient: 'client',
  client: 'client',
  osoba: 'person',
  person: 'person',
  ja: 'me',
  me: 'me',
} as const;

export interface ScriptNames {
  client: string | null;
  person: string | null;
  me: string | null;
}

/** A part of the script as it is read out: text, or a name that stands in a place of its own. */
export interface ScriptPart {
  text: string;
  /** `missing`: nobody is known for the place, so the place itself is shown. */
  kind: 'text' | 'name' | 'missing';
}

const PLACE = new RegExp(`\\[(${Object.keys(PLACES).join('|')})\\]`, 'giu');

export function fillScript(script: string, names: ScriptNames): ScriptPart[] {
  const parts: ScriptPart[] = [];
  let from = 0;
  for (const found of script.matchAll(PLACE)) {
    if (found.index > from) parts.push({ text: script.slice(from, found.index), kind: 'text' });
    const place = PLACES[(found[1] ?? '').toLowerCase() as keyof typeof PLACES];
    const name = names[place];
    parts.push(name ? { text: name, kind: 'name' } : { text: found[0], kind: 'missing' });
    from = found.index + found[0].length;
  }
  if (from < script.length) parts.push({ text: script.slice(from), kind: 'text' });
  return parts;
}
