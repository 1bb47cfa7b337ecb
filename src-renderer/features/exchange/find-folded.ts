/** Finds options of a chooser without regard to accents and case; a group stays while something of it stays. */
import type { ComboboxItem, ComboboxParsedItem, OptionsFilter } from '@mantine/core';
import { fold } from '#shared/domain/text/fold.ts';

export const findFolded: OptionsFilter = ({ options, search }) => {
  const words = fold(search).split(/\s+/).filter(Boolean);
  const fits = (item: ComboboxItem) => {
    const label = fold(item.label);
    return words.every((word) => label.includes(word));
  };
  return options.flatMap((option): ComboboxParsedItem[] => {
    if (!('group' in option)) return fits(option) ? [option] : [];
    const items = option.items.filter(fits);
    return items.length > 0 ? [{ ...option, items }] : [];
  });
};
