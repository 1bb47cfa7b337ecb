import { formatPersonName } from './person-name.ts';

export interface StoredPersonName {
  titlesBefore: string | null;
  firstName: string | null;
  lastName: string | null;
  titlesAfter: string | null;
}

/** The name of a stored person, whose missing parts are null; null when nothing of it is left. */
export function storedPersonName(name: StoredPersonName): string | null {
  const written = formatPersonName({
    titlesBefore: name.titlesBefore ?? '',
    firstName: name.firstName ?? '',
    lastName: name.lastName ?? '',
    titlesAfter: name.titlesAfter ?? '',
  });
  return written === '' ? null : written;
}
