/**
 * The company numbers of a client as they are stored. Only those of Slovak and Czech clients are judged: other
 * countries number their firms in ways that these rules do not know, so theirs are kept as written.
 */
import { checkDic, checkIco, checkVatId } from './company-ids.ts';

export const CLIENT_IDS = ['ico', 'dic', 'icDph'] as const;
export type ClientIds = Partial<Record<(typeof CLIENT_IDS)[number], string | null>>;

export interface ClientIdProblem {
  field: (typeof CLIENT_IDS)[number];
  problem: 'icoLength' | 'icoCheckDigit' | 'dicInvalid' | 'vatIdInvalid';
}

/** The given numbers in their stored spelling (IČO eight digits), and what is wrong; `country` is ISO 3166, two letters. */
export function checkClientIds(
  ids: ClientIds,
  country: string,
): { ids: ClientIds; problems: ClientIdProblem[] } {
  if (country !== 'SK' && country !== 'CZ') return { ids, problems: [] };
  const checked: ClientIds = { ...ids };
  const problems: ClientIdProblem[] = [];
  if (ids.ico) {
    const { value, problem } = checkIco(ids.ico);
    if (problem)
      problems.push({ field: 'ico', problem: problem === 'length' ? 'icoLength' : 'icoCheckDigit' });
    else checked.ico = value;
  }
  if (ids.dic) {
    // A Czech DIČ is the VAT number; a Slovak one has ten digits and no letters.
    const { value, problem } = country === 'CZ' ? checkVatId(ids.dic, 'CZ') : checkDic(ids.dic);
    if (problem) problems.push({ field: 'dic', problem: 'dicInvalid' });
    else checked.dic = value;
  }
  if (ids.icDph) {
    const { value, problem } = checkVatId(ids.icDph, country);
    if (problem) problems.push({ field: 'icDph', problem: 'vatIdInvalid' });
    else checked.icDph = value;
  }
  return { ids: checked, problems };
}
