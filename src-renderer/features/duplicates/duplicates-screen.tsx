/** Possible duplicates: the pairs of clients or people, and one pair side by side. */
import { useRoute } from 'wouter';
import { DuplicateList } from './duplicate-list.tsx';
import { ComparePair } from './compare-pair.tsx';
import { kindOfPlace } from './places.ts';

export function DuplicatesScreen() {
  const [, pair] = useRoute('/duplicates/:place/:one/:other');
  const [, list] = useRoute('/duplicates/:place');
  const kind = kindOfPlace(pair?.place ?? list?.place);
  if (!pair) return <DuplicateList key={kind} kind={kind} />;
  return <ComparePair key={`${pair.one} ${pair.other}`} kind={kind} one={pair.one} other={pair.other} />;
}
