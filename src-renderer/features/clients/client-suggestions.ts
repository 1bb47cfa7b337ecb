/** Values already used in the free-text fields of clients, most used first. */
import { useLive } from '#renderer/lib/live.ts';

export type SuggestedField = 'segment' | 'source' | 'territory' | 'town' | 'legalForm';

export const SUGGESTED: readonly SuggestedField[] = ['segment', 'source', 'territory', 'town', 'legalForm'];

export function isSuggested(field: string): field is SuggestedField {
  return (SUGGESTED as readonly string[]).includes(field);
}

export function useSuggestions(field: SuggestedField, enabled = true): string[] {
  return useLive('clients', 'suggest', { field, text: '' }, { enabled }).data ?? [];
}
