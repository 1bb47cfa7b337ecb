/** Stands for a person or a firm without a picture; the colour is derived from the name and stays the same. */
import classes from './initials.module.css';

const SHADES = 8;

/** First letters of the first and the last word, without titles: `Ing. Ján Novák, PhD.` is JN. */
export function initialsOf(name: string): string {
  const words = name
    .split(',')[0]!
    .split(/[\s-]+/)
    .filter((word) => /^\p{L}/u.test(word) && !word.endsWith('.'));
  const first = words[0]?.[0] ?? name.trim()[0] ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toLocaleUpperCase('sk');
}

/** A number from 0 to 7 that the same name always gets. */
export function shadeOf(name: string): number {
  let hash = 0;
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return hash % SHADES;
}

export function Initials({ name, size = 28 }: { name: string; size?: number }) {
  return (
    <span
      className={classes.disc}
      data-shade={shadeOf(name)}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.4) }}
      aria-hidden
    >
      {initialsOf(name)}
    </span>
  );
}
