/** What of a client is compared when two entries may mean one firm; every part folded, '' where nothing is known. */
import { postcodeKey } from '../exchange/fill-record.ts';
import { fold } from '../text/fold.ts';

export interface ClientLook {
  readonly id: string;
  /** As written. */
  readonly name: string;
  readonly ico: string;
  readonly postcode: string;
  readonly town: string;
  readonly street: string;
  readonly country: string;
}

/** `values` holds the fields of a client, of which some may be missing or null. */
export function clientLook(id: string, values: Readonly<Record<string, unknown>>): ClientLook {
  const text = (field: string): string => (typeof values[field] === 'string' ? values[field] : '');
  return {
    id,
    name: text('name'),
    ico: text('ico'),
    postcode: postcodeKey(values['postcode']),
    town: fold(text('town')),
    street: fold(text('street')),
    country: text('country'),
  };
}
