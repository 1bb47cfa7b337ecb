/** Filters as chips above a list: each opens the values that occur, with how many rows have them. */
import { Button, Checkbox, CloseButton, Group, Popover, ScrollArea, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import classes from './filter-chips.module.css';

export interface FilterValue {
  /** `''` stands for "not filled in". */
  value: string;
  label: string;
  count?: number;
}

export interface Filter {
  field: string;
  label: string;
  values: FilterValue[];
  /** Values beyond the offered ones that begin with the typed text; for a field of which only the commonest are offered. */
  find?(text: string): Promise<string[]>;
}

export interface FilterChipsProps {
  filters: Filter[];
  selected: Record<string, string[] | undefined>;
  onChange(selected: Record<string, string[] | undefined>): void;
}

export function FilterChips({ filters, selected, onChange }: FilterChipsProps) {
  const { t } = useTranslation();
  const active = filters.some((filter) => (selected[filter.field]?.length ?? 0) > 0);
  return (
    <Group gap={6} className={classes.row}>
      {filters.map((filter) => (
        <FilterChip
          key={filter.field}
          filter={filter}
          chosen={selected[filter.field] ?? []}
          onChoose={(values) =>
            onChange({ ...selected, [filter.field]: values.length > 0 ? values : undefined })
          }
        />
      ))}
      {active && (
        <Button variant="subtle" size="compact-sm" onClick={() => onChange({})}>
          {t('common.filtersClear')}
        </Button>
      )}
    </Group>
  );
}

interface FilterChipProps {
  filter: Filter;
  chosen: string[];
  onChoose(values: string[]): void;
}

function FilterChip({ filter, chosen, onChoose }: FilterChipProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const labels = chosen.map(
    (value) => filter.values.find((known) => known.value === value)?.label ?? (value || t('common.none')),
  );
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      shadow="sm"
      trapFocus
      returnFocus
      width={264}
    >
      <div className={classes.chip} data-active={chosen.length > 0 || undefined}>
        <Popover.Target>
          <button type="button" className={classes.button} onClick={() => setOpen(!open)}>
            <span className={classes.text}>
              {labels.length > 0 ? `${filter.label}: ${labels.join(', ')}` : filter.label}
            </span>
            {chosen.length === 0 && <IconChevronDown size={14} aria-hidden />}
          </button>
        </Popover.Target>
        {chosen.length > 0 && (
          <CloseButton
            size={24}
            aria-label={t('common.filterClear', { field: filter.label })}
            onClick={() => onChoose([])}
          />
        )}
      </div>
      <Popover.Dropdown p={8} aria-label={filter.label}>
        <Values filter={filter} chosen={chosen} onChoose={onChoose} />
      </Popover.Dropdown>
    </Popover>
  );
}

const SEARCHABLE_FROM = 9;

function Values({ filter, chosen, onChoose }: FilterChipProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [text, setText] = useState('');
  const wanted = text.trim().toLocaleLowerCase();
  const offered = filter.values.filter((value) => value.label.toLocaleLowerCase().includes(wanted));
  const shown = [...offered, ...useRareValues(filter, wanted)];
  return (
    <>
      {filter.values.length >= SEARCHABLE_FROM && (
        <TextInput
          size="xs"
          mb={6}
          autoComplete="off"
          data-autofocus
          placeholder={t('common.filterFind')}
          aria-label={t('common.filterFind')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <ScrollArea.Autosize mah={280} viewportProps={{ tabIndex: -1 }}>
        {shown.map((value) => (
          <Checkbox
            key={value.value}
            classNames={{ root: classes.value, body: classes.valueBody, labelWrapper: classes.valueLabel }}
            checked={chosen.includes(value.value)}
            onChange={(event) =>
              onChoose(
                event.currentTarget.checked
                  ? [...chosen, value.value]
                  : chosen.filter((other) => other !== value.value),
              )
            }
            label={
              <Group justify="space-between" wrap="nowrap" gap="xs">
                <span>{value.label}</span>
                {value.count !== undefined && (
                  <Text component="span" size="xs" c="dimmed">
                    {format.number(value.count)}
                  </Text>
                )}
              </Group>
            }
          />
        ))}
        {shown.length === 0 && (
          <Text size="sm" c="dimmed" p={4}>
            {t('common.filterNothing')}
          </Text>
        )}
      </ScrollArea.Autosize>
    </>
  );
}

/** What the typed text begins and is not among the offered values. */
function useRareValues(filter: Filter, wanted: string): FilterValue[] {
  const [typed] = useDebouncedValue(wanted, 120);
  const find = filter.find;
  const found = useQuery({
    queryKey: ['filter values', filter.field, typed],
    queryFn: () => find?.(typed) ?? [],
    enabled: find !== undefined && typed !== '',
    gcTime: 0,
  });
  if (wanted === '' || typed !== wanted) return [];
  const known = new Set(filter.values.map((value) => value.value));
  return (found.data ?? []).filter((value) => !known.has(value)).map((value) => ({ value, label: value }));
}
