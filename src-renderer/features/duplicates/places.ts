/** Addresses of the screens of duplicates, and of the records themselves. */
import type { DuplicateKind } from '#shared/contract/duplicates.ts';

const PLACES: Record<DuplicateKind, string> = { client: 'clients', contact: 'contacts' };

export function kindOfPlace(place: string | undefined): DuplicateKind {
  return place === PLACES.contact ? 'contact' : 'client';
}

export function listHref(kind: DuplicateKind): string {
  return `/duplicates/${PLACES[kind]}`;
}

export function pairHref(kind: DuplicateKind, one: string, other: string): string {
  return `${listHref(kind)}/${one}/${other}`;
}

export function recordHref(kind: DuplicateKind, id: string): string {
  return `/${PLACES[kind]}/${id}`;
}
