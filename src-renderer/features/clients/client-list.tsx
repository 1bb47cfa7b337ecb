/** The list of clients: any number of rows in Slovak order, with filters above and keys for the hand. */
import { Button, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFileImport, IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel } from '#renderer/lib/i18n.ts';
import { useLiveWindow } from '#renderer/lib/live-window.ts';
import { ListPage } from '#renderer/ui/list-page.tsx';
import type { ClientFilter, ClientRow } from '#shared/contract/clients.ts';
import { clientColumns, LastContact } from './client-columns.tsx';
import { ClientFilters, useFacetFilters } from './client-filters.tsx';
import classes from './client-list.module.css';
import { filterOf, isFiltered, useClientList } from './client-list-store.ts';
import { goToExport } from './go-to-export.ts';

interface ClientListProps {
  /** Puts everybody whom the filter shows on a call list. */
  onCalls(filter: ClientFilter, shown: number): void;
  selected: string | null;
  narrow: boolean;
}

export function ClientList({ selected, narrow, onCalls }: ClientListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [, go] = useLocation();
  const { text, chosen, sort, setText, setChosen, setSort, clear } = useClientList();
  const [searched] = useDebouncedValue(text, 60);
  const filter = useMemo(() => filterOf(searched, chosen), [searched, chosen]);
  const rows = useLiveWindow('clients', 'list', { filter, sort: sort.by, descending: sort.descending });
  const columns = useMemo(() => clientColumns(format), [format]);
  const filters = useFacetFilters(filter);
  return (
    <ListPage
      name="clients"
      title={t('clients.title')}
      count="clients.count"
      window={rows}
      columns={columns}
      selected={selected}
      sort={{ by: sort.by, descending: sort.descending }}
      onSort={setSort}
      compact={(row) => <CompactClient row={row} />}
      search={{ text, onText: setText, label: t('clients.filterText'), clearLabel: t('clients.textClear') }}
      filters={filters}
      chosen={chosen}
      onChosen={setChosen}
      filtered={isFiltered(filter)}
      onClear={clear}
      create={{ label: t('clients.newTitle') }}
      tools={(tools) => <ClientFilters filters={filters} narrow={narrow} {...tools} />}
      duplicatesHref="/duplicates/clients"
      onCalls={(shown) => onCalls(filter, shown)}
      onExport={() => goToExport(go, { what: 'clients', filter })}
      callLine={(row) => ({
        name: row.name,
        detail: [row.town, row.segment].filter(Boolean).join(', '),
        phones: (row.phones ?? []).map((phone) => format.phone(phone.value)),
      })}
      empty={{
        icon: <IconUsersGroup size={40} />,
        title: t('clients.emptyTitle'),
        text: t('clients.emptyText'),
        action: <FirstClients />,
      }}
      noMatch={{ title: t('clients.noMatch'), text: t('clients.noMatchText') }}
    />
  );
}

function FirstClients() {
  const { t } = useTranslation();
  return (
    <Stack gap={8}>
      <Button component={Link} href="/exchange/import" leftSection={<IconFileImport size={16} />}>
        {t('clients.importFile')}
      </Button>
      <Button component={Link} href="/clients/new" variant="subtle" leftSection={<IconPlus size={16} />}>
        {t('clients.addFirst')}
      </Button>
    </Stack>
  );
}

function CompactClient({ row }: { row: ClientRow }) {
  const { t } = useTranslation();
  const facts = [
    row.town,
    choiceLabel('client', 'status', row.status),
    row.tier && t('clients.tierIs', { tier: choiceLabel('client', 'tier', row.tier) }),
  ];
  return (
    <div className={classes.compact}>
      <Text className={classes.cut} title={row.name} fw={500}>
        {row.name}
      </Text>
      <Text size="sm" c="dimmed" className={classes.compactFacts}>
        <span className={classes.cut}>{facts.filter(Boolean).join(' · ')}</span>
        <LastContact at={row.lastContactAt} />
      </Text>
    </div>
  );
}
