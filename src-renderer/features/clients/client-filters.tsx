/** Narrowing the list: words, chips with the values that occur, and the order. */
import { ActionIcon, Button, Group, Select, TextInput } from '@mantine/core';
import { IconFilter, IconSearch, IconX } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel, fieldLabel } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { type Filter, FilterChips } from '#renderer/ui/filter-chips.tsx';
import { CLIENT_FACETS, CLIENT_SORTS, type ClientFilter } from '#shared/contract/clients.ts';
import type { MessageKey } from '#shared/i18n/index.ts';
import classes from './client-list.module.css';
import { type ClientFacet, type ClientSort, useClientList } from './client-list-store.ts';

const SORT_WORDS = {
  name: 'clients.sorts.name',
  town: 'clients.sorts.town',
  created: 'clients.sorts.created',
} as const satisfies Record<ClientSort, MessageKey>;

interface ClientFiltersProps {
  filters: Filter[];
  /** Beside an open desk there is room for the chosen filters only; the rest comes on demand. */
  narrow: boolean;
  inputRef: RefObject<HTMLInputElement | null>;
  /** Arrow down or Enter in the text goes on to the rows. */
  onToRows(): void;
}

export function ClientFilters({ filters, narrow, inputRef, onToRows }: ClientFiltersProps) {
  const { t } = useTranslation();
  const { text, chosen, sort, setText, setChosen, setSort } = useClientList();
  const [unfolded, setUnfolded] = useState(false);
  const active = filters.filter((one) => (chosen[one.field]?.length ?? 0) > 0);
  const shown = narrow && !unfolded ? active : filters;
  const order = (
    <Select
      w={narrow ? '100%' : 150}
      aria-label={t('clients.sort')}
      allowDeselect={false}
      data={CLIENT_SORTS.map((by) => ({ value: by, label: t(SORT_WORDS[by]) }))}
      value={sort.by}
      onChange={(by) => by && setSort({ by, descending: by === 'created' })}
    />
  );
  return (
    <div className={classes.filters}>
      <Group gap={8} wrap="nowrap">
        <TextInput
          ref={inputRef}
          style={{ flex: 1, minWidth: 0 }}
          type="search"
          autoComplete="off"
          leftSection={<IconSearch size={16} />}
          rightSection={
            text && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={24}
                aria-label={t('clients.textClear')}
                onClick={() => setText('')}
              >
                <IconX size={14} />
              </ActionIcon>
            )
          }
          aria-label={t('clients.filterText')}
          placeholder={t('clients.filterText')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'Enter') {
              event.preventDefault();
              onToRows();
            }
            if (event.key === 'Escape') {
              if (text) setText('');
              else onToRows();
            }
          }}
        />
        {!narrow && order}
        {narrow && (
          <Button
            variant={unfolded ? 'light' : 'default'}
            px={10}
            leftSection={<IconFilter size={16} />}
            aria-expanded={unfolded}
            onClick={() => setUnfolded(!unfolded)}
          >
            {t('clients.filters')}
          </Button>
        )}
      </Group>
      {narrow && unfolded && order}
      {shown.length > 0 && (
        <div className={classes.chips}>
          <FilterChips filters={shown} selected={chosen} onChange={setChosen} />
        </div>
      )}
    </div>
  );
}

/** Of these only the commonest values are offered; the rest are found by their beginning. */
const SUGGESTED = ['segment', 'source', 'territory', 'town'] as const;

function isSuggested(facet: ClientFacet): facet is (typeof SUGGESTED)[number] {
  return SUGGESTED.some((one) => one === facet);
}

export function useFacetFilters(filter: ClientFilter): Filter[] {
  const { t } = useTranslation();
  const format = useFormat();
  const facets = useLive('clients', 'facets', { filter }, { keepPrevious: true }).data;
  const labelOf = (facet: ClientFacet, value: string, label: string | null) => {
    if (value === '') return t('common.none');
    if (facet === 'status' || facet === 'tier') return choiceLabel('client', facet, value);
    return facet === 'country' ? format.country(value) : (label ?? value);
  };
  return CLIENT_FACETS.map((facet) => ({
    field: facet,
    label: fieldLabel('client', facet),
    find: isSuggested(facet)
      ? (typed: string) => rpc.clients.suggest({ field: facet, text: typed.slice(0, 100) })
      : undefined,
    values: (facets?.[facet] ?? []).map(({ value, label, count }) => ({
      value,
      count,
      label: labelOf(facet, value, label),
    })),
  }));
}
