/** Everybody in the base, in Slovak order by surname. */
import { Button, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAddressBook, IconFileImport, IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel, fieldLabel } from '#renderer/lib/i18n.ts';
import { useLiveWindow } from '#renderer/lib/live-window.ts';
import type { Filter } from '#renderer/ui/filter-chips.tsx';
import { Initials } from '#renderer/ui/initials.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import type { ContactRow } from '#shared/contract/clients.ts';
import { CHANNELS, DECISION_ROLES, LANGUAGES, STANCES } from '#shared/entities/clients.ts';
import { contactColumns, directoryName, placeText } from './contact-columns.tsx';
import { contactFilterOf, useContactList } from './contact-list-store.ts';
import classes from './contacts.module.css';
import { goToExport } from './go-to-export.ts';

export function ContactList({ selected }: { selected: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [, go] = useLocation();
  const { text, chosen, descending, setText, setChosen, setDescending, clear } = useContactList();
  const [searched] = useDebouncedValue(text, 60);
  const filter = useMemo(() => contactFilterOf(searched, chosen), [searched, chosen]);
  const rows = useLiveWindow('contacts', 'list', { filter, descending });
  const columns = useMemo(() => contactColumns(format), [format]);
  const filters: Filter[] = FACET_VALUES.map(([entity, field, values]) => ({
    field,
    label: fieldLabel(entity, field),
    values: values.map((value) => ({ value, label: choiceLabel(entity, field, value) })),
  }));
  return (
    <ListPage
      name="contacts"
      title={t('contacts.title')}
      count="contacts.count"
      window={rows}
      columns={columns}
      selected={selected}
      sort={{ by: 'name', descending }}
      onSort={(sort) => setDescending(sort.descending)}
      compact={(row) => <CompactContact row={row} />}
      search={{ text, onText: setText, label: t('contacts.find'), clearLabel: t('contacts.findClear') }}
      filters={filters}
      chosen={chosen}
      onChosen={setChosen}
      filtered={Object.keys(filter).length > 0}
      onClear={clear}
      create={{ label: t('contacts.create'), short: t('contacts.createShort') }}
      duplicatesHref="/duplicates/contacts"
      onExport={() => goToExport(go, { what: 'contacts', filter })}
      callLine={(row) => ({
        name: directoryName(row),
        detail: placeText(row),
        phones: (row.phones ?? []).map((phone) => format.phone(phone.value)),
      })}
      empty={{
        icon: <IconAddressBook size={40} />,
        title: t('contacts.emptyTitle'),
        text: t('contacts.emptyText'),
        action: <FirstContacts />,
      }}
      noMatch={{ title: t('contacts.nothingTitle'), text: t('contacts.nothingText') }}
    />
  );
}

const FACET_VALUES = [
  ['position', 'role', DECISION_ROLES],
  ['position', 'stance', STANCES],
  ['contact', 'language', LANGUAGES],
  ['contact', 'preferredChannel', CHANNELS],
] as const;

function FirstContacts() {
  const { t } = useTranslation();
  return (
    <Stack gap={8}>
      <Button component={Link} href="/exchange/import" leftSection={<IconFileImport size={16} />}>
        {t('contacts.importFile')}
      </Button>
      <Button component={Link} href="/contacts/new" variant="subtle" leftSection={<IconPlus size={16} />}>
        {t('contacts.create')}
      </Button>
    </Stack>
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
