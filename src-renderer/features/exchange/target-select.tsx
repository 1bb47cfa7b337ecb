/** The chooser of the place that a column goes to. */
import { type ComboboxItem, type ComboboxItemGroup, Select } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '#renderer/lib/i18n.ts';
import type { OutputOf } from '#renderer/lib/live.ts';
import { findFolded } from './find-folded.ts';
import { setTarget } from './import-store.ts';
import { targetLabel } from './sentences.ts';

type Targets = OutputOf<'exchange', 'targets'>;
type Options = (ComboboxItem | ComboboxItemGroup<ComboboxItem>)[];

/** No target has this key. */
const NOT_TAKEN = '-';
const GROUPS = ['person', 'position', 'client'] as const;

export function targetOptions(targets: Targets): Options {
  const groups = GROUPS.map((group) => ({
    group: say(`exchange.groups.${group}`),
    items: targets
      .filter((target) => target.group === group)
      .map((target) => ({ value: target.key, label: targetLabel(target.key) })),
  }));
  return [
    { value: NOT_TAKEN, label: say('exchange.columns.notTaken') },
    ...groups.filter(({ items }) => items.length > 0),
  ];
}

interface TargetSelectProps {
  column: number;
  name: string;
  target: string | null;
  options: Options;
  error: string | undefined;
}

export const TargetSelect = memo(function TargetSelect({
  column,
  name,
  target,
  options,
  error,
}: TargetSelectProps) {
  const { t } = useTranslation();
  return (
    <Select
      aria-label={t('exchange.columns.targetOf', { column: name })}
      data={options}
      value={target ?? NOT_TAKEN}
      error={error}
      allowDeselect={false}
      searchable
      selectFirstOptionOnChange
      filter={findFolded}
      nothingFoundMessage={t('exchange.columns.found')}
      maxDropdownHeight={320}
      onChange={(value) => value && setTarget(column, value === NOT_TAKEN ? null : value)}
      onFocus={(event) => event.currentTarget.select()}
    />
  );
});
