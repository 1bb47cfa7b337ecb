/**
 * A screen of one list: its count, its search and filters, its rows, what is said where there are none; and the
 * commands of a list (print it, telephone by it, export it), which the palette and the menu give too.
 */
import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import {
  IconArrowsJoin2,
  IconFileExport,
  IconFilterOff,
  IconPhonePlus,
  IconPlus,
  IconPrinter,
} from '@tabler/icons-react';
import { type ReactNode, type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useOffer } from '#renderer/lib/commands.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { useShortcuts } from '#renderer/lib/keys.ts';
import type { MessageKey } from '#shared/i18n/index.ts';
import { EmptyState, type EmptyStateProps } from './empty-state.tsx';
import { type Filter, FilterChips } from './filter-chips.tsx';
import classes from './list-page.module.css';
import { ListSearch } from './list-search.tsx';
import { PageFrame } from './page-frame.tsx';
import { Plural } from './plural.tsx';
import { type CallLine, savePdfNow } from './print/print-job.ts';
import { useListPrint } from './print/use-list-print.ts';
import { Sentence } from './sentence.tsx';
import { VirtualRows, type VirtualRowsProps } from './virtual-rows.tsx';

export interface ListTools {
  inputRef: RefObject<HTMLInputElement | null>;
  /** Enter or the down arrow in the search goes on to the rows. */
  onToRows(): void;
}

export interface ListPageProps<R extends { id: string }>
  extends Pick<
    VirtualRowsProps<R>,
    'window' | 'columns' | 'selected' | 'sort' | 'onSort' | 'compact' | 'groups' | 'rowKeys'
  > {
  /** Its place, which is also the name of its columns: `clients` is at /clients. */
  name: 'clients' | 'contacts' | 'meetings' | 'calls' | 'promises' | 'requests' | 'objections' | 'contracts';
  /** Where its records open, when not at `/name`. */
  path?: string;
  title: string;
  count: MessageKey;
  search: { text: string; onText(text: string): void; label: string; clearLabel: string };
  filters: Filter[];
  chosen: Record<string, string[] | undefined>;
  onChosen(chosen: Record<string, string[] | undefined>): void;
  /** Anything narrows the list at the moment. */
  filtered: boolean;
  onClear(): void;
  create: { label: string; short?: string };
  empty: Pick<EmptyStateProps, 'icon' | 'title' | 'text'> & { action?: ReactNode };
  noMatch: { title: string; text: string };
  /** Before the chips: what the list is a half of. */
  scope?: ReactNode;
  /** In place of the ordinary search and chips. */
  tools?(tools: ListTools): ReactNode;
  /** Other lists of the same place; there also while this one is empty. */
  tabs?: ReactNode;
  /** Between the filters and the rows. */
  above?: ReactNode;
  /** Where its possible duplicates are; offered while nothing is open beside the list. */
  duplicatesHref?: string;
  onExport?: () => void;
  /** Puts everybody shown on a call list. */
  onCalls?: (shown: number) => void;
  callLine?(row: R): CallLine;
}

export function ListPage<R extends { id: string }>(props: ListPageProps<R>) {
  const { name, path = `/${name}`, title, window: rows, filtered, empty } = props;
  const { t } = useTranslation();
  const [, go] = useLocation();
  const input = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useShortcuts({ '/': () => input.current?.select() });

  const none = rows.total === 0 && !rows.stale;
  const begins = none && !filtered;
  const print = useListPrint(props);
  const canPrint = !none;
  const onCalls = props.onCalls && (() => props.onCalls?.(rows.total ?? 0));
  useOffer({
    print: canPrint ? () => void print('list') : undefined,
    savePdf: canPrint && desktop ? () => void print('list').then(() => savePdfNow(title)) : undefined,
    callSheet: canPrint && props.callLine ? () => void print('calls') : undefined,
    exportList: none ? undefined : props.onExport,
    addToCalls: none ? undefined : onCalls,
  });
  const tools: ListTools = {
    inputRef: input,
    onToRows: () => body.current?.querySelector<HTMLElement>('[role="grid"]')?.focus(),
  };
  const create = (
    <Button
      leftSection={<IconPlus size={16} />}
      aria-label={props.create.label}
      onClick={() => go(`${path}/new`)}
    >
      {props.create.short ?? props.create.label}
    </Button>
  );
  return (
    <PageFrame
      title={title}
      aside={
        rows.total !== undefined && (
          <span role="status">
            <Plural of={props.count} count={rows.total} />
          </span>
        )
      }
      actions={
        // An empty list offers its first step in the middle of the screen.
        begins ? null : (
          <Group gap={8} wrap="nowrap">
            {props.duplicatesHref && props.selected === null && (
              <IconAction label={t('duplicates.find')} onClick={() => go(props.duplicatesHref ?? `/${name}`)}>
                <IconArrowsJoin2 size={18} />
              </IconAction>
            )}
            {canPrint && (
              <IconAction label={t('print.printList')} onClick={() => void print('list')}>
                <IconPrinter size={18} />
              </IconAction>
            )}
            {onCalls && !none && (
              <IconAction label={t('calls.addShown')} onClick={onCalls}>
                <IconPhonePlus size={18} />
              </IconAction>
            )}
            {props.onExport && (
              <IconAction label={t('common.exportList')} onClick={props.onExport}>
                <IconFileExport size={18} />
              </IconAction>
            )}
            {create}
          </Group>
        )
      }
    >
      {props.tabs}
      {!begins && (props.tools ? props.tools(tools) : <Tools {...props} {...tools} />)}
      {!none && props.above}
      {rows.error && <Sentence error={rows.error} />}
      {begins && <EmptyState {...empty} action={empty.action ?? create} />}
      {none && filtered && (
        <EmptyState
          icon={<IconFilterOff size={32} />}
          {...props.noMatch}
          action={
            <Button variant="light" onClick={props.onClear}>
              {t('common.filtersClear')}
            </Button>
          }
        />
      )}
      {!none && (
        <div className={classes.rows} ref={body}>
          <VirtualRows
            label={title}
            window={rows}
            columns={props.columns}
            columnsKey={name}
            rowId={(row) => row.id}
            onOpen={(row) => go(`${path}/${row.id}`)}
            selected={props.selected}
            sort={props.sort}
            onSort={props.onSort}
            compact={props.compact}
            groups={props.groups}
            rowKeys={props.rowKeys}
            autoFocus
          />
        </div>
      )}
    </PageFrame>
  );
}

function IconAction({ label, onClick, children }: { label: string; onClick(): void; children: ReactNode }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size={36} aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

type ToolsProps = Pick<
  ListPageProps<{ id: string }>,
  'search' | 'scope' | 'filters' | 'chosen' | 'onChosen'
> &
  ListTools;

function Tools({ search, scope, filters, chosen, onChosen, inputRef, onToRows }: ToolsProps) {
  return (
    <div className={classes.tools}>
      <ListSearch inputRef={inputRef} className={classes.search} {...search} onToRows={onToRows} />
      {scope}
      <div className={classes.chips}>
        <FilterChips filters={filters} selected={chosen} onChange={onChosen} />
      </div>
    </div>
  );
}
