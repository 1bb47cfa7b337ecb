/** One line of a checklist: ticked by click or Space, renamed and noted where it stands. */
import { Checkbox } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { type DragEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { useRun } from '#renderer/lib/run.ts';
import type { ChecklistProgress } from '#shared/contract/contracts.ts';
import classes from './checklist.module.css';
import { ChecklistItemMenu } from './checklist-item-menu.tsx';
import { EditInPlace } from './edit-in-place.tsx';

export type ChecklistItem = ChecklistProgress['items'][number];

export interface ChecklistItemRowProps {
  item: ChecklistItem;
  client: string;
  first: boolean;
  last: boolean;
  /** Steps up (-1) or down (1). */
  onStep(step: -1 | 1): void;
  onFocusNeighbour(from: Element, step: -1 | 1): void;
  onDragStart(): void;
  /** Another item was dropped here. */
  onDrop(): void;
  /** Where the dragged item would go, seen from this one. */
  dropping: 'above' | 'below' | undefined;
  onDragOver(): void;
}

export function ChecklistItemRow(props: ChecklistItemRowProps) {
  const { item, client, onStep } = props;
  const { t } = useTranslation();
  const run = useRun();
  const textId = useId();
  const [editing, setEditing] = useState<'text' | 'note'>();
  const tick = useTick(item);
  const box = useRef<HTMLInputElement>(null);

  function leave(byKey: boolean) {
    setEditing(undefined);
    if (byKey) box.current?.focus();
  }

  const remove = () =>
    run(rpc.checklists.removeItem({ id: item.id }), {
      done: 'contracts.checklist.itemRemoved',
      undoable: true,
    });

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const arrow = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
    if (arrow && event.altKey) onStep(arrow);
    else if (arrow) props.onFocusNeighbour(event.currentTarget, arrow);
    else if (event.key.toLowerCase() === 'e' && !event.ctrlKey && !event.metaKey && !event.altKey)
      setEditing('text');
    else if (event.key === 'Delete') void remove();
    else return;
    event.preventDefault();
  }

  const drag = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      props.onDragOver();
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      props.onDrop();
    },
  };
  return (
    <li className={classes.item} data-done={tick.done || undefined} data-dropping={props.dropping} {...drag}>
      <span
        className={classes.grip}
        draggable
        title={t('contracts.checklist.drag', { text: item.text })}
        onDragStart={props.onDragStart}
      >
        <IconGripVertical size={14} aria-hidden />
      </span>
      <Checkbox
        className={classes.tick}
        data-checklist-item
        ref={box}
        checked={tick.done}
        aria-labelledby={textId}
        onChange={(event) => tick.set(event.currentTarget.checked)}
        onKeyDown={onKeyDown}
      />
      <div className={classes.body}>
        {editing === 'text' ? (
          <EditInPlace
            entity="checklistItem"
            field="text"
            record={item.id}
            client={client}
            value={item.text}
            label={null}
            onCommit={(text) => rpc.checklists.editItem({ id: item.id, text: text as string })}
            onLeave={leave}
          />
        ) : (
          // the checkbox beside it answers the keys
          // it is the label of that checkbox
          <span id={textId} className={classes.text} onClick={() => tick.set(!tick.done)}>
            {item.text}
          </span>
        )}
        <DoneBy item={item} />
        <Note
          item={item}
          client={client}
          editing={editing === 'note'}
          onEdit={() => setEditing('note')}
          onLeave={leave}
        />
      </div>
      <ChecklistItemMenu
        text={item.text}
        first={props.first}
        last={props.last}
        returnFocus={editing === undefined}
        onEdit={setEditing}
        onStep={onStep}
        onRemove={() => void remove()}
      />
    </li>
  );
}

/** A tick shows at once and is taken back if the engine refuses it; it must not wait for the disk under a thumb. */
function useTick(item: ChecklistItem) {
  const run = useRun();
  const [sent, setSent] = useState<boolean>();
  useEffect(() => setSent(undefined), [item.doneAt]);
  return {
    done: sent ?? item.doneAt !== null,
    set: async (done: boolean) => {
      setSent(done);
      const ticked = await run(rpc.checklists.tick({ id: item.id, done }));
      if (!ticked) setSent(undefined);
    },
  };
}

function DoneBy({ item }: { item: ChecklistItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (item.doneAt === null) return null;
  const when = format.relative(item.doneAt);
  return (
    <span className={classes.meta} title={format.instant(item.doneAt)}>
      {item.doneByName
        ? t('contracts.checklist.doneBy', { when, who: item.doneByName })
        : t('contracts.checklist.doneAt', { when })}
    </span>
  );
}

interface NoteProps {
  item: ChecklistItem;
  client: string;
  editing: boolean;
  onEdit(): void;
  onLeave(byKey: boolean): void;
}

function Note({ item, client, editing, onEdit, onLeave }: NoteProps) {
  const { t } = useTranslation();
  if (editing) {
    return (
      <EditInPlace
        entity="checklistItem"
        field="note"
        record={item.id}
        client={client}
        value={item.note}
        label={t('contracts.checklist.noteOf', { text: item.text })}
        minRows={1}
        onCommit={(note) => rpc.checklists.editItem({ id: item.id, note: note as string | null })}
        onLeave={onLeave}
      />
    );
  }
  if (!item.note) return null;
  return (
    <button type="button" className={classes.note} onClick={onEdit}>
      {item.note}
    </button>
  );
}
