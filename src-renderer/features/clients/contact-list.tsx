/** Everybody in the base, in Slovak order by surname. */
import { Button, Group, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAddressBook, IconFileImport, IconFilterOff, IconPlus } from '@tabler/icons-react';
import { type RefObject, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel, fieldLabel } from '#renderer/lib/i18n.ts';
import { useShortcuts } from '#renderer/lib/keys.ts';
import { useLiveWindow } from '#renderer/lib/live-window.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { type Filter, FilterChips } from '#renderer/ui/filter-chips.tsx';
import { ListSearch } from '#renderer/ui/list-search.tsx';
import { Initials } from '#renderer/ui/initials.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { Plural } from '#renderer/ui/plural.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { VirtualRows } from '#renderer/ui/virtual-rows.tsx';
import type { ContactRow } from '#shared/contract/clients.ts';
import { CHANNELS, DECISION_ROLES, LANGUAGES, STANCES } from '#shared/entities/clients.ts';
import { ExportButton } from './export-button.tsx';
import { contactColumns, directoryName, placeText } from './contact-columns.tsx';
import { contactFilterOf, useContactList } from './contact-list-store.ts';
import classes from './contacts.module.css';

export function ContactList({ selected }: { selected: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [, go] = useLocation();
  const { text, chosen, descending, setDescending, clear } = useContactList();
  const [searched] = useDebouncedValue(text, 60);
  const filter = useMemo(() => contactFilterOf(searched, chosen), [searched, chosen]);
  const rows = useLiveWindow('contacts', 'list', { filter, descending });
  const columns = useMemo(() => contactColumns(format), [format]);
  const input = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useShortcuts({ '/': () => input.current?.select() });

  const filtered = Object.keys(filter).length > 0;
  const none = rows.total === 0 && !rows.stale;
  return (
    <PageFrame
      title={t('contacts.title')}
      aside={
        rows.total !== undefined && (
          <span role="status">
            <Plural of="contacts.count" count={rows.total} />
          </span>
        )
      }
      actions={
        none && !filtered ? null : (
          <Group gap={8} wrap="nowrap">
            <ExportButton what="contacts" filter={filter} />
            <Button
              leftSection={<IconPlus size={16} />}
              aria-label={t('contacts.create')}
              onClick={() => go('/contacts/new')}
            >
              {t('contacts.createShort')}
            </Button>
          </Group>
        )
      }
    >
      {!(none && !filtered) && (
        <ContactFilters
          inputRef={input}
          onToRows={() => body.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()}
        />
      )}
      {rows.error && <Sentence error={rows.error} />}
      {none && !filtered && <NoContacts />}
      {none && filtered && (
        <EmptyState
          icon={<IconFilterOff size={32} />}
          title={t('contacts.nothingTitle')}
          text={t('contacts.nothingText')}
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
            label={t('contacts.title')}
            window={rows}
            columns={columns}
            columnsKey="contacts"
            rowId={(row) => row.id}
            onOpen={(row) => go(`/contacts/${row.id}`)}
            selected={selected}
            sort={{ by: 'name', descending }}
            onSort={(sort) => setDescending(sort.descending)}
            compact={(row) => <CompactContact row={row} />}
            autoFocus
          />
        </div>
      )}
    </PageFrame>
  );
}

const FACET_VALUES = [
  ['position', 'role', DECISION_ROLES],
  ['position', 'stance', STANCES],
  ['contact', 'language', LANGUAGES],
  ['contact', 'preferredChannel', CHANNELS],
] as const;

function ContactFilters({
  inputRef,
  onToRows,
}: {
  inputRef: RefObject<HTMLInputElement | null>;
  onToRows(): void;
}) {
  const { t } = useTranslation();
  const { text, chosen, setText, setChosen } = useContactList();
  const filters: Filter[] = FACET_VALUES.map(([entity, field, values]) => ({
    field,
    label: fieldLabel(entity, field),
    values: values.map((value) => ({ value, label: choiceLabel(entity, field, value) })),
  }));
  return (
    <div className={classes.tools}>
      <ListSearch
        inputRef={inputRef}
        className={classes.search}
        text={text}
        onText={setText}
        label={t('contacts.find')}
        clearLabel={t('contacts.findClear')}
        onToRows={onToRows}
      />
      <div className={classes.chips}>
        <FilterChips filters={filters} selected={chosen} onChange={setChosen} />
      </div>
    </div>
  );
}

function NoContacts() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<IconAddressBook size={40} />}
      title={t('contacts.emptyTitle')}
      text={t('contacts.emptyText')}
      action={
        <Stack gap={8}>
          <Button component={Link} href="/exchange/import" leftSection={<IconFileImport size={16} />}>
            {t('contacts.importFile')}
          </Button>
          <Button component={Link} href="/contacts/new" variant="subtle" leftSection={<IconPlus size={16} />}>
            {t('contacts.create')}
          </Button>
        </Stack>
      }
    />
  );
}

function CompactContact({ row }: { row: ContactRow }) {
  const format = useFormat();
  const phone = row.phones?.[0]?.value;
  return (
    <div className={classes.compact}>
      <Initials name={format.personName(row)} />
      <div className={classes.compactText}>
        <span className={classes.cut} title={format.personName(row)}>
          <span className={classes.surname}>{row.lastName}</span>{' '}
          {directoryName(row).slice(row.lastName.length)}
        </span>
        <span className={classes.compactFacts}>
          <span className={classes.cut} title={placeText(row)}>
            {placeText(row) || row.emails?.[0]?.value}
          </span>
          {phone && <span className={classes.compactPhone}>{format.phone(phone)}</span>}
        </span>
      </div>
    </div>
  );
}
