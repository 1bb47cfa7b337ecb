/** The first lines of the file as cells; a press on the number of a line says that the headings are there. */
import { Table, Text, Title, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Inspection } from '#shared/contract/exchange.ts';
import { columnLetter } from './column-letter.ts';
import styles from './import.module.css';
import { setOptions } from './import-store.ts';

const LINES = 6;

export function FileLines({ inspection }: { inspection: Inspection }) {
  const { t } = useTranslation();
  const around = Math.max(0, inspection.lines.findIndex((line) => line.row === inspection.headerRow) - 2);
  const lines = inspection.lines.slice(around, around + LINES);
  const width = Math.max(1, ...lines.map((line) => line.cells.length));
  return (
    <div>
      <Title order={3} id="import-lines">
        {t('exchange.columns.lines')}
      </Title>
      <Text c="dimmed" size="sm" mb="xs">
        {t('exchange.columns.linesHint')}
      </Text>
      {/* A wide table scrolls in a frame of its own, which a keyboard reaches too. */}
      <div className={styles.tableScroll} tabIndex={0} role="region" aria-labelledby="import-lines">
        <Table className={styles.lines} withColumnBorders>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('exchange.plan.row')}</Table.Th>
              {Array.from({ length: width }, (_, index) => (
                <Table.Th key={index}>{columnLetter(index)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => {
              const isHeader = line.row === inspection.headerRow;
              return (
                <Table.Tr key={line.row} data-header={isHeader || undefined}>
                  <Table.Th scope="row" className={styles.lineNumber}>
                    <UnstyledButton
                      aria-pressed={isHeader}
                      aria-label={t('exchange.columns.headerHere', { row: line.row })}
                      title={t('exchange.columns.headerHere', { row: line.row })}
                      onClick={() => setOptions({ headerRow: isHeader ? 0 : line.row })}
                    >
                      {line.row}
                    </UnstyledButton>
                  </Table.Th>
                  {Array.from({ length: width }, (_, index) => (
                    <Table.Td key={index}>{line.cells[index] ?? ''}</Table.Td>
                  ))}
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </div>
    </div>
  );
}
