/** Which columns the file has and in what order: by arrows, by dragging, or with Alt and an arrow key. */
import { ActionIcon, Button, Checkbox, Group, Text, VisuallyHidden } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconGripVertical } from '@tabler/icons-react';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './export.module.css';
import { moveColumn } from './export-choice.ts';

interface ExportColumnsProps {
  offered: { key: string; header: string }[];
  chosen: string[];
  onChange(columns: string[]): void;
}

export function ExportColumns({ offered, chosen, onChange }: ExportColumnsProps) {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const refocus = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (!refocus.current) return;
    list.current?.querySelector<HTMLElement>(refocus.current)?.focus();
    refocus.current = undefined;
  });
  const headers = new Map(offered.map((column) => [column.key, column.header]));
  const others = offered.filter((column) => !chosen.includes(column.key)).map((column) => column.key);
  const move = (key: string, to: number) => {
    const from = chosen.indexOf(key);
    if (from < 0 || to < 0 || to >= chosen.length) return;
    onChange(moveColumn(chosen, from, to));
    setSaid(
      t('exchange.export.moved', { column: headers.get(key) ?? '', place: to + 1, total: chosen.length }),
    );
  };
  const onKeyDown = (event: KeyboardEvent, key: string) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(key, chosen.indexOf(key) + (event.key === 'ArrowUp' ? -1 : 1));
    // The row moves in the page; the focus goes with it.
    const at = (event.target as HTMLElement).dataset['part'] ?? 'check';
    refocus.current = `[data-key="${key}"] [data-part="${at}"]`;
  };
  return (
    <fieldset className={styles.fieldset}>
      <Text component="legend" fw={600} size="sm">
        {t('exchange.export.columns')}
      </Text>
      <Group justify="space-between" mb="xs">
        <Text c={chosen.length === 0 ? 'red' : 'dimmed'} size="sm" role="status">
          {chosen.length === 0
            ? t('exchange.export.columnsNone')
            : t('exchange.export.columnsChosen', { count: chosen.length, total: offered.length })}
        </Text>
        <Group gap="xs">
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onChange([...chosen, ...others])}
            disabled={others.length === 0}
          >
            {t('exchange.export.columnsAll')}
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onChange(offered.map(({ key }) => key).filter((key) => chosen.includes(key)))}
          >
            {t('exchange.export.columnsReset')}
          </Button>
        </Group>
      </Group>
      <ul ref={list} className={styles.columnList}>
        {[...chosen, ...others].map((key) => {
          const at = chosen.indexOf(key);
          const taken = at >= 0;
          const header = headers.get(key) ?? key;
          return (
            <li
              key={key}
              data-key={key}
              data-dragged={dragged === key || undefined}
              draggable={taken}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                setDragged(key);
              }}
              onDragOver={(event) => {
                if (dragged === null || !taken) return;
                event.preventDefault();
                if (dragged !== key) move(dragged, at);
              }}
              onDragEnd={() => setDragged(null)}
              onDrop={(event) => event.preventDefault()}
              onKeyDown={(event) => onKeyDown(event, key)}
            >
              <IconGripVertical
                size={16}
                aria-hidden
                className={styles.grip}
                data-off={!taken || undefined}
              />
              <Checkbox
                data-part="check"
                className={styles.columnCheck}
                label={header}
                checked={taken}
                onChange={() => onChange(taken ? chosen.filter((other) => other !== key) : [...chosen, key])}
              />
              {taken && (
                <>
                  <ActionIcon
                    data-part="up"
                    variant="subtle"
                    disabled={at === 0}
                    aria-label={t('exchange.export.moveUp', { column: header })}
                    onClick={() => move(key, at - 1)}
                  >
                    <IconChevronUp size={18} />
                  </ActionIcon>
                  <ActionIcon
                    data-part="down"
                    variant="subtle"
                    disabled={at === chosen.length - 1}
                    aria-label={t('exchange.export.moveDown', { column: header })}
                    onClick={() => move(key, at + 1)}
                  >
                    <IconChevronDown size={18} />
                  </ActionIcon>
                </>
              )}
            </li>
          );
        })}
      </ul>
      <Text c="dimmed" size="sm" mt={4}>
        {t('exchange.export.moveHint')}
      </Text>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </fieldset>
  );
}
