/** The first rows of the file, each with the records it would touch and what to look at. */
import { Badge, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportKind, PlannedRow } from '#shared/contract/exchange.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { cardHeading } from './card-heading.ts';
import styles from './import.module.css';
import { useImport } from './import-store.ts';
import { hereSentence, rowSentence } from './sentences.ts';

type Planned = NonNullable<PlannedRow['client']>;

const COLOURS = { created: 'accent', filled: 'accent', same: 'gray', none: 'gray' } as const;

export function PlanRows({ rows, as }: { rows: PlannedRow[]; as: ImportKind }) {
  const { t } = useTranslation();
  const isCards = useImport((state) => state.isCards);
  const people = as === 'contacts' || rows.some((row) => row.contact);
  const firms = as === 'clients' || rows.some((row) => row.client);
  return (
    <div>
      <Title order={3} id="plan-rows" mb="xs">
        {t(isCards ? 'exchange.cards.first' : 'exchange.plan.first', { count: rows.length })}
      </Title>
      <div className={styles.planScroll} tabIndex={0} role="region" aria-labelledby="plan-rows">
        <Table className={styles.plan} stickyHeader verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th className={styles.rowNumber}>
                {t(isCards ? 'exchange.cards.number' : 'exchange.plan.row')}
              </Table.Th>
              {people && <Table.Th>{t('exchange.plan.person')}</Table.Th>}
              {firms && <Table.Th>{t('exchange.plan.client')}</Table.Th>}
              <Table.Th>{t('exchange.plan.notes')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row, at) => (
              // A card with several firms is several lines of one number.
              <Table.Tr key={`${row.row}-${at}`} data-untaken={row.skipped || undefined}>
                <Table.Td className={styles.rowNumber}>{row.row}</Table.Td>
                {people && (
                  <Table.Td>
                    <Fate planned={row.contact} />
                  </Table.Td>
                )}
                {firms && (
                  <Table.Td>
                    <Fate planned={row.client} />
                  </Table.Td>
                )}
                <Table.Td>
                  <Problems row={row} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </div>
  );
}

function Fate({ planned }: { planned: Planned | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!planned) return null;
  const details = detailsOf(planned.values, format.phone);
  return (
    <div>
      <span className={styles.fateTitle}>{planned.title}</span>{' '}
      <Badge variant="light" color={COLOURS[planned.fate]}>
        {t(`exchange.fate.${planned.fate}`)}
      </Badge>
      {details.length > 0 && (
        <Text c="dimmed" size="sm">
          {details.join(' · ')}
        </Text>
      )}
    </div>
  );
}

function Problems({ row }: { row: PlannedRow }) {
  const { t } = useTranslation();
  const isCards = useImport((state) => state.isCards);
  return (
    <>
      {row.skipped && (
        <Badge variant="light" color="orange">
          {t('exchange.fate.skipped')}
        </Badge>
      )}
      {row.problems.length > 0 && (
        <ul className={styles.problems}>
          {row.problems.map((entry, index) => (
            <li key={index} data-severity={entry.severity}>
              {entry.column && <b>{isCards ? cardHeading(entry.column) : entry.column}: </b>}
              {entry.value && (
                <>
                  <q>{entry.value}</q> –{' '}
                </>
              )}
              {rowSentence(entry)} {hereSentence(entry)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const SHOWN_FIELDS = ['ico', 'town', 'phones', 'emails'] as const;

/** A few values by which a person recognises the record. */
function detailsOf(values: Planned['values'], phone: (value: string) => string): string[] {
  return SHOWN_FIELDS.flatMap((field) => {
    const value = values[field];
    if (Array.isArray(value)) {
      return value.flatMap((entry: unknown) => {
        if (typeof entry !== 'object' || entry === null || !('value' in entry)) return [];
        return [field === 'phones' ? phone(String(entry.value)) : String(entry.value)];
      });
    }
    return typeof value === 'string' && value !== '' ? [value] : [];
  });
}
