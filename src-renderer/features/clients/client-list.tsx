/** The list of clients: any number of rows in Slovak order, with filters above and keys for the hand. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFileImport, IconFilterOff, IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel } from '#renderer/lib/i18n.ts';
import { useShortcuts } from '#renderer/lib/keys.ts';
import { useLiveWindow } from '#renderer/lib/live-window.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { Plural } from '#renderer/ui/plural.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { VirtualRows } from '#renderer/ui/virtual-rows.tsx';
import type { ClientRow } from '#shared/contract/clients.ts';
import { ExportButton } from './export-button.tsx';
import { clientColumns, LastContact } from './client-columns.tsx';
import { ClientFilters } from './client-filters.tsx';
import classes from './client-list.module.css';
import { filterOf, isFiltered, useClientList } from './client-list-store.ts';

interface ClientListProps {
  selected: string | null;
  narrow: boolean;
}

export function ClientList({ selected, narrow }: ClientListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [, go] = useLocation();
  const { text, chosen, sort, setSort, clear } = useClientList();
  const [searched] = useDebouncedValue(text, 60);
  const filter = useMemo(() => filterOf(searched, chosen), [searched, chosen]);
  const rows = useLiveWindow('clients', 'list', { filter, sort: sort.by, descending: sort.descending });
  const columns = useMemo(() => clientColumns(format), [format]);
  const input = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useShortcuts({ '/': () => input.current?.select() });

  const filtered = isFiltered(filter);
  const none = rows.total === 0 && !rows.stale;
  return (
    <PageFrame
      title={t('clients.title')}
      aside={
        rows.total !== undefined && (
          <span role="status">
            <Plural of="clients.count" count={rows.total} />
          </span>
        )
      }
      actions={
        // An empty list offers its first step in the middle of the screen.
        !(none && !filtered) && (
          <Group gap={8} wrap="nowrap">
            <ExportButton what="clients" filter={filter} />
            <Button leftSection={<IconPlus size={16} />} onClick={() => go('/clients/new')}>
              {t('clients.newTitle')}
            </Button>
          </Group>
        )
      }
    >
      {!(none && !filtered) && (
        <ClientFilters
          filter={filter}
          narrow={narrow}
          inputRef={input}
          onToRows={() => body.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()}
        />
      )}
      {rows.error && <Sentence error={rows.error} />}
      {none && !filtered && <NoClients />}
      {none && filtered && (
        <EmptyState
          icon={<IconFilterOff size={32} />}
          title={t('clients.noMatch')}
          text={t('clients.noMatchText')}
          action={
            <Button variant="light" onClick={clear}>
              {t('common.filtersClear')}
            </Button>
          }
        />
      )}
      {!none && (
        <div className={classes.rows} ref={body}>
          <VirtualRows
            label={t('clients.title')}
            window={rows}
            columns={columns}
            columnsKey="clients"
            rowId={(row) => row.id}
            onOpen={(row) => go(`/clients/${row.id}`)}
            selected={selected}
            sort={{ by: sort.by, descending: sort.descending }}
            onSort={setSort}
            compact={(row) => <CompactClient row={row} />}
            autoFocus
          />
        </div>
      )}
    </PageFrame>
  );
}

function NoClients() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<IconUsersGroup size={40} />}
      title={t('clients.emptyTitle')}
      text={t('clients.emptyText')}
      action={
        <Stack gap={8}>
          <Button component={Link} href="/exchange/import" leftSection={<IconFileImport size={16} />}>
            {t('clients.importFile')}
          </Button>
          <Button component={Link} href="/clients/new" variant="subtle" leftSection={<IconPlus size={16} />}>
            {t('clients.addFirst')}
          </Button>
        </Stack>
      }
    />
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
