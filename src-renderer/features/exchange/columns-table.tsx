/** Every column of the file with samples and the place it goes to. */
import { Badge, Table, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inspection } from '#shared/contract/exchange.ts';
import { useLive } from '#renderer/lib/live.ts';
import { columnLetter } from './column-letter.ts';
import styles from './import.module.css';
import { useImport } from './import-store.ts';
import { cardHeading } from './card-heading.ts';
import { TargetSelect, targetOptions } from './target-select.tsx';

interface ColumnsTableProps {
  inspection: Inspection;
  targets: Map<number, string | null>;
}

export function ColumnsTable({ inspection, targets }: ColumnsTableProps) {
  const { t } = useTranslation();
  const map = useImport((state) => state.map);
  const offered = useLive('exchange', 'targets', { as: inspection.as }, { keepPrevious: true }).data;
  const options = useMemo(() => targetOptions(offered ?? []), [offered]);
  const single = useMemo(
    () => new Set(offered?.filter((target) => !target.many).map((target) => target.key)),
    [offered],
  );
  const isCards = inspection.format === 'vcard';
  // A card could say three dozen things; only what these cards do say is worth a line.
  const columns = isCards
    ? inspection.columns.filter((column) => column.samples.length > 0)
    : inspection.columns;
  const nameOf = (index: number) => {
    const found = inspection.columns.find((column) => column.index === index);
    const header = isCards && found ? cardHeading(found.header) : found?.header;
    return header || t('exchange.columns.untitled', { letter: columnLetter(index) });
  };
  const rivals = (index: number, target: string | null) =>
    target !== null && single.has(target)
      ? [...targets]
          .filter(([other, its]) => other !== index && its === target)
          .map(([other]) => nameOf(other))
      : [];
  const taken = columns.filter((column) => (targets.get(column.index) ?? null) !== null).length;
  return (
    <section aria-labelledby="import-columns">
      <Title order={3} id="import-columns">
        {t('exchange.columns.table')}
      </Title>
      <Text c="dimmed" size="sm" mb="xs" role="status">
        {t('exchange.columns.taken', { count: taken, total: columns.length })}
      </Text>
      <Table className={styles.columns} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t(isCards ? 'exchange.cards.datum' : 'exchange.columns.column')}</Table.Th>
            <Table.Th>{t('exchange.columns.samples')}</Table.Th>
            <Table.Th>{t('exchange.columns.target')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {columns.map((column) => {
            const target = targets.get(column.index) ?? null;
            const twice = rivals(column.index, target);
            const byHand = map[String(column.index)] !== undefined;
            const how =
              target === null
                ? 'byNone'
                : byHand
                  ? 'byHand'
                  : column.by === 'content'
                    ? 'byContent'
                    : 'byHeader';
            return (
              <Table.Tr key={column.index} data-untaken={target === null || undefined}>
                <Table.Td className={styles.columnName}>
                  {!isCards && (
                    <Text component="span" c="dimmed" className={styles.letter}>
                      {columnLetter(column.index)}
                    </Text>
                  )}
                  {nameOf(column.index)}
                </Table.Td>
                <Table.Td className={styles.samples}>
                  <span className={styles.twoLines}>
                    {column.samples.length > 0
                      ? column.samples.slice(0, 3).join(' · ')
                      : t('exchange.columns.noSamples')}
                  </span>
                </Table.Td>
                <Table.Td>
                  <div className={styles.target}>
                    <TargetSelect
                      column={column.index}
                      name={nameOf(column.index)}
                      target={target}
                      options={options}
                      error={
                        twice.length > 0
                          ? t('exchange.columns.twice', { columns: twice.join(', ') })
                          : undefined
                      }
                    />
                    {/* What a card says needs no recognition. */}
                    {!(isCards && how === 'byHeader') && (
                      <Badge
                        variant="light"
                        color={target === null ? 'gray' : 'accent'}
                        className={styles.how}
                      >
                        {t(`exchange.columns.${how}`)}
                      </Badge>
                    )}
                  </div>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </section>
  );
}
