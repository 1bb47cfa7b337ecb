/** Filling the marks of a prepared sentence (`talks.ts`, `complaints.ts`). */
import type { Chance } from './chance.ts';
import type { Person } from './people.ts';
import { COMPETITORS, type Product } from './range.ts';

export interface Facts {
  person: Person;
  product: Product;
  rival?: string;
}

/** Numbers from five up only: below that Slovak would need other forms of the words beside them. */
export function fillSentence(text: string, { person, product, rival }: Facts, chance: Chance): string {
  const who = `${person.isWoman ? 'pani' : 'pán'} ${person.lastName}`;
  const marks: Record<string, () => string> = {
    who: () => who,
    Who: () => who.charAt(0).toUpperCase() + who.slice(1),
    of: () => product.genitive,
    for: () => product.accusative,
    unit: () => product.unit,
    few: () => String(chance.between(5, 9)),
    many: () => String(chance.between(3, 24) * 50),
    rival: () => rival ?? chance.of(COMPETITORS),
  };
  return text.replace(/\{(\w+)\}/g, (mark, name: string) => marks[name]?.() ?? mark);
}
