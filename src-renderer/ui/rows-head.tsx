/** The headings of a list: they sort, and the corner chooses the columns. */
import { ActionIcon, Button, Popover, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column, ColumnChooser } from './columns.ts';
import { OrderedChoices } from './ordered-choices.tsx';
import classes from './virtual-rows.module.css';

export interface Sort {
  by: string;
  descending: boolean;
}

interface RowsHeadProps<R> {
  columns: Column<R>[];
  hidden: boolean;
  style: CSSProperties;
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
  chooser: ColumnChooser | undefined;
}

export function RowsHead<R>({ columns, hidden, style, sort, onSort, chooser }: RowsHeadProps<R>) {
  const { t } = useTranslation();
  return (
    <div
      role="rowgroup"
      className={hidden ? 'sr-only' : classes.head}
      style={hidden ? undefined : { minWidth: style.minWidth }}
    >
      <div role="row" aria-rowindex={1} className={classes.headRow} style={style}>
        {columns.map((column, at) => {
          const sorted = sort !== undefined && sort.by === column.sort ? sort : undefined;
          return (
            <div
              key={column.id}
              role="columnheader"
              className={classes.heading}
              data-align={column.align}
              aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined}
            >
              {column.sort && onSort && !hidden ? (
                <button
                  type="button"
                  className={classes.sorter}
                  onClick={() =>
                    onSort({ by: column.sort ?? '', descending: sorted ? !sorted.descending : false })
                  }
                >
                  <span className={classes.headingText}>{column.label}</span>
                  {sorted?.descending === false && (
                    <IconArrowUp size={14} aria-label={t('common.sortAscending')} />
                  )}
                  {sorted?.descending === true && (
                    <IconArrowDown size={14} aria-label={t('common.sortDescending')} />
                  )}
                </button>
              ) : (
                <span className={classes.headingText}>{column.label}</span>
              )}
              {!hidden && chooser && at === columns.length - 1 && <Chooser chooser={chooser} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Chooser({ chooser }: { chooser: ColumnChooser }) {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-end" shadow="sm" width={320} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          ml="auto"
          aria-label={t('common.columns')}
          title={t('common.columns')}
        >
          <IconColumns3 size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('common.columnsOf')}>
        <Stack gap={8}>
          <OrderedChoices offered={chooser.offered} chosen={chooser.chosen} onChange={chooser.change} />
          <Text c="dimmed" size="sm">
            {t('common.moveHint')}
          </Text>
          <Button
            variant="subtle"
            size="compact-sm"
            disabled={!chooser.reset}
            onClick={() => chooser.reset?.()}
          >
            {t('common.columnsReset')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
