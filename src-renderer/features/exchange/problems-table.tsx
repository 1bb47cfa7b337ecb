/** The first lines of the report: row, column, value, what happened. */
import { Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RowProblemEntry } from '#shared/contract/exchange.ts';
import { cardHeading } from './card-heading.ts';
import styles from './import.module.css';
import { useImport } from './import-store.ts';
import { hereSentence, rowSentence } from './sentences.ts';

export function ProblemsTable({ entries, total }: { entries: RowProblemEntry[]; total: number }) {
  const { t } = useTranslation();
  const isCards = useImport((state) => state.isCards);
  return (
    <div>
      <Title order={3} id="import-problems" mb={4}>
        {t('exchange.result.firstProblems')}
      </Title>
      {total > entries.length && (
        <Text c="dimmed" size="sm" mb="xs">
          {t('exchange.result.firstOf', { shown: entries.length, total })}
        </Text>
      )}
      <div className={styles.planScroll} tabIndex={0} role="region" aria-labelledby="import-problems">
        <Table className={styles.report} stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th className={styles.rowNumber}>
                {t(isCards ? 'exchange.cards.number' : 'exchange.plan.row')}
              </Table.Th>
              <Table.Th>{t('exchange.result.column')}</Table.Th>
              <Table.Th>{t('exchange.result.value')}</Table.Th>
              <Table.Th>{t('exchange.result.what')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {entries.map((entry, index) => (
              <Table.Tr key={index}>
                <Table.Td className={styles.rowNumber}>{entry.row}</Table.Td>
                <Table.Td>{isCards && entry.column ? cardHeading(entry.column) : entry.column}</Table.Td>
                <Table.Td className={styles.value}>{entry.value}</Table.Td>
                <Table.Td data-severity={entry.severity}>
                  <b>{t(`exchange.severity.${entry.severity}`)}:</b> {rowSentence(entry)}{' '}
                  {hereSentence(entry)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </div>
  );
}
