/** An address written in one cell, parted into street, postcode, town and country as far as it can be told. */
import { countryCode } from './countries.ts';

export interface AddressParts {
  street?: string;
  postcode?: string;
  town?: string;
  country?: string;
}

const POSTCODE_TOWN = /^(?:([A-Z]{1,3})[-\s])?(\d{3}\s?\d{2}|\d{4,6}|\d{2}-\d{3})\s+(\p{L}.*)$/u;
const TOWN_POSTCODE = /^(\p{L}.*?)\s+(\d{3}\s\d{2}|\d{5}|\d{4})$/u;

/** Parts at commas and line breaks; what is neither postcode with town nor a country is the street. */
export function readAddress(text: string): AddressParts {
  const pieces = text
    .split(/\s*[,\n;]\s*/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const parts: AddressParts = {};
  if (pieces.length > 1) {
    const country = countryCode(pieces.at(-1) as string);
    if (country) {
      parts.country = country;
      pieces.pop();
    }
  }
  const at = pieces.findIndex(
    (piece, index) => POSTCODE_TOWN.test(piece) || (index > 0 && TOWN_POSTCODE.test(piece)),
  );
  if (at !== -1) {
    const piece = pieces[at] as string;
    const front = POSTCODE_TOWN.exec(piece);
    const back = front ? null : TOWN_POSTCODE.exec(piece);
    parts.postcode = front?.[2] ?? back?.[2] ?? '';
    parts.town = front?.[3] ?? back?.[1] ?? '';
    pieces.splice(at, 1);
  } else if (pieces.length > 1) parts.town = pieces.pop() as string;
  if (pieces.length > 0) parts.street = pieces.join(', ');
  return parts;
}
