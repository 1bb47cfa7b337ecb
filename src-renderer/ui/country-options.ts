/** Countries to choose from: the neighbours of a Slovak firm first, then the rest of Europe and main partners. */
const NEAR = ['SK', 'CZ', 'HU', 'PL', 'AT', 'UA', 'DE'] as const;
const FAR =
  'AL AD BA BE BG BY CA CH CN CY DK EE ES FI FR GB GE GR HR IE IL IN IS IT JP KR LI LT LU LV MC MD ME MK MT NL NO PT RO RS SE SI SM TR US VA XK'.split(
    ' ',
  );

export interface CountryOption {
  value: string;
  label: string;
}

export function countryOptions(language: string): CountryOption[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const option = (value: string) => ({ value, label: names.of(value) ?? value });
  const collator = new Intl.Collator(language);
  const rest = FAR.map(option).sort((one, other) => collator.compare(one.label, other.label));
  return [...NEAR.map(option), ...rest];
}
