/** The first rows of the file, each with the records it would touch and what to look at. */
import { Badge, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportKind, PlannedRow } from '#shared/contract/exchange.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel } from '#renderer/lib/i18n.ts';
import styles from './import.module.css';
import { hereSentence, rowSentence } from './sentences.ts';

type Planned = NonNullable<PlannedRow['client']>;

const COLOURS = { created: 'accent', filled: 'accent', same: 'gray', none: 'gray' } as const;

export function PlanRows({ rows, as }: { rows: PlannedRow[]; as: ImportKind }) {
  const { t } = useTranslation();
  const people = as === 'contacts' || rows.some((row) => row.contact);
  return (
    <div>
      <Title order={3} id="plan-rows" mb="xs">
        {t('exchange.plan.first', { count: rows.length })}
      </Title>
      <div className={styles.planScroll} tabIndex={0} role="region" aria-labelledby="plan-rows">
        <Table className={styles.plan} stickyHeader verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th className={styles.rowNumber}>{t('exchange.plan.row')}</Table.Th>
              {people && <Table.Th>{t('exchange.plan.person')}</Table.Th>}
              <Table.Th>{t('exchange.plan.client')}</Table.Th>
              <Table.Th>{t('exchange.plan.notes')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.row} data-untaken={row.skipped || undefined}>
                <Table.Td className={styles.rowNumber}>{row.row}</Table.Td>
                {people && (
                  <Table.Td>
                    <Fate entity="contact" planned={row.contact} skipped={row.skipped} />
                  </Table.Td>
                )}
                <Table.Td>
                  <Fate entity="client" planned={row.client} skipped={row.skipped} />
                </Table.Td>
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

function Fate({
  entity,
  planned,
  skipped,
}: {
  entity: 'client' | 'contact';
  planned: Planned | null;
  skipped: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!planned) return null;
  const details = detailsOf(entity, planned.values, format.phone);
  return (
    <div>
      <span className={styles.fateTitle}>{planned.title}</span>{' '}
      <Badge variant="light" color={skipped ? 'orange' : COLOURS[planned.fate]}>
        {t(`exchange.fate.${skipped ? 'skipped' : planned.fate}`)}
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
  if (row.problems.length === 0) return null;
  return (
    <ul className={styles.problems}>
      {row.problems.map((entry, index) => (
        <li key={index} data-severity={entry.severity}>
          {entry.column && <b>{entry.column}: </b>}
          {entry.value && <q>{entry.value}</q>} {rowSentence(entry)} {hereSentence(entry)}
        </li>
      ))}
    </ul>
  );
}

const SHOWN_FIELDS = ['ico', 'town', 'jobTitle', 'phones', 'emails', 'status', 'tier'] as const;

/** A few values by which a person recognises the record. */
function detailsOf(entity: string, values: Planned['values'], phone: (value: string) => string): string[] {
  return SHOWN_FIELDS.flatMap((field) => {
    const value = values[field];
    if (Array.isArray(value)) {
      return value.flatMap((entry: unknown) => {
        if (typeof entry !== 'object' || entry === null || !('value' in entry)) return [];
        return [field === 'phones' ? phone(String(entry.value)) : String(entry.value)];
      });
    }
    if (typeof value !== 'string' || value === '') return [];
    return [field === 'status' || field === 'tier' ? choiceLabel(entity, field, value) : value];
  });
}
