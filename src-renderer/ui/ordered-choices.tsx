/** A list of which some are chosen, in an order: by ticks, arrows, dragging, or Alt with an arrow key. */
import { ActionIcon, Checkbox, VisuallyHidden } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconGripVertical } from '@tabler/icons-react';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moveChoice } from './move-choice.ts';
import styles from './ordered-choices.module.css';

export interface OrderedChoice {
  key: string;
  label: string;
  /** Cannot be left out. */
  always?: boolean;
}

interface OrderedChoicesProps {
  offered: readonly OrderedChoice[];
  /** Keys, in order. */
  chosen: readonly string[];
  onChange(chosen: string[]): void;
}

export function OrderedChoices({ offered, chosen, onChange }: OrderedChoicesProps) {
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
  const byKey = new Map(offered.map((choice) => [choice.key, choice]));
  const others = offered.filter(({ key }) => !chosen.includes(key)).map(({ key }) => key);
  const move = (key: string, to: number) => {
    const from = chosen.indexOf(key);
    if (from < 0 || to < 0 || to >= chosen.length) return;
    onChange(moveChoice(chosen, from, to));
    setSaid(t('common.moved', { column: byKey.get(key)?.label ?? '', place: to + 1, total: chosen.length }));
  };
  const onKeyDown = (event: KeyboardEvent, key: string) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(key, chosen.indexOf(key) + (event.key === 'ArrowUp' ? -1 : 1));
    // The row moves in the page; the focus goes with it.
    const part = (event.target as HTMLElement).dataset['part'] ?? 'check';
    refocus.current = `[data-key="${key}"] [data-part="${part}"]`;
  };
  return (
    <>
      <ul ref={list} className={styles.list}>
        {[...chosen, ...others].map((key) => {
          const at = chosen.indexOf(key);
          const taken = at >= 0;
          const { label = key, always = false } = byKey.get(key) ?? {};
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
                className={styles.check}
                label={label}
                checked={taken}
                disabled={always && taken}
                onChange={() => onChange(taken ? chosen.filter((other) => other !== key) : [...chosen, key])}
              />
              {taken && (
                <>
                  <ActionIcon
                    data-part="up"
                    variant="subtle"
                    disabled={at === 0}
                    aria-label={t('common.moveUp', { column: label })}
                    onClick={() => move(key, at - 1)}
                  >
                    <IconChevronUp size={18} />
                  </ActionIcon>
                  <ActionIcon
                    data-part="down"
                    variant="subtle"
                    disabled={at === chosen.length - 1}
                    aria-label={t('common.moveDown', { column: label })}
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
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
}
