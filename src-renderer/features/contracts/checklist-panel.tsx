/** One checklist with everything that can be done to it; it stands on a client's desk, on a contract and on a meeting. */
import { ActionIcon, Menu } from '@mantine/core';
import {
  IconChevronDown,
  IconChevronRight,
  IconDots,
  IconPencil,
  IconTemplate,
  IconTrash,
} from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { useShortcuts } from '#renderer/lib/keys.ts';
import { useRun } from '#renderer/lib/run.ts';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import type { ChecklistProgress } from '#shared/contract/contracts.ts';
import { ChecklistAddItem } from './checklist-add-item.tsx';
import { focusFirstOpenItem, focusNeighbour } from './checklist-focus.ts';
import { ChecklistItemRow } from './checklist-item-row.tsx';
import { afterDrop, afterStep } from './checklist-order.ts';
import classes from './checklist.module.css';
import { EditInPlace } from './edit-in-place.tsx';
import { SaveTemplate } from './save-template.tsx';

export interface ChecklistPanelProps {
  checklist: ChecklistProgress;
  client: string;
  /** Type of the contract it stands on, for a template made of it. */
  contractType?: string | null;
  /** Type of the meeting that it prepares, likewise. */
  meetingType?: string | null;
  /** A finished checklist starts folded unless told otherwise. */
  startOpen?: boolean;
}

export function ChecklistPanel(props: ChecklistPanelProps) {
  const { checklist, client, contractType = null, meetingType = null, startOpen } = props;
  const { t } = useTranslation();
  const run = useRun();
  const panel = useRef<HTMLElement>(null);
  const { id, name, items } = checklist;
  const [open, setOpen] = useState(startOpen ?? (checklist.done < items.length || items.length === 0));
  const [renaming, setRenaming] = useState(false);
  const [saving, setSaving] = useState(false);
  const [dragged, setDragged] = useState<string>();
  const [over, setOver] = useState<string>();
  useShortcuts({ c: () => focusFirstOpenItem() });

  const ids = items.map((item) => item.id);
  const move = (item: string, after: string | null | undefined) => {
    if (after !== undefined) void run(rpc.checklists.moveItem({ id: item, after }));
  };
  const endDrag = () => {
    setDragged(undefined);
    setOver(undefined);
  };
  const droppingAt = (item: string) => {
    if (!dragged || over !== item || item === dragged) return undefined;
    return ids.indexOf(dragged) < ids.indexOf(item) ? 'below' : 'above';
  };

  return (
    <section ref={panel} className={classes.panel} aria-label={name} onDragEnd={endDrag}>
      <div className={classes.head}>
        {renaming ? (
          <div className={classes.naming}>
            <EditInPlace
              entity="checklist"
              field="name"
              record={id}
              client={client}
              value={name}
              label={null}
              onCommit={(value) => rpc.checklists.rename({ id, name: value as string })}
              onLeave={() => setRenaming(false)}
            />
          </div>
        ) : (
          <button
            type="button"
            className={classes.toggle}
            aria-expanded={open}
            aria-label={t(open ? 'contracts.checklist.hide' : 'contracts.checklist.show', { name })}
            onClick={() => setOpen(!open)}
          >
            {open ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
            <span className={classes.name} title={name}>
              {name}
            </span>
          </button>
        )}
        <div className={classes.progress}>
          <ProgressBar label={t('contracts.progress')} done={checklist.done} items={items.length} />
        </div>
        <Menu position="bottom-end" shadow="sm" returnFocus={!renaming && !saving}>
          <Menu.Target>
            <ActionIcon
              className={classes.tool}
              variant="subtle"
              color="gray"
              size={30}
              aria-label={t('contracts.checklist.actions', { name })}
            >
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setRenaming(true)}>
              {t('contracts.checklist.rename')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconTemplate size={16} />}
              disabled={items.length === 0}
              onClick={() => setSaving(true)}
            >
              {t('contracts.checklist.saveTemplate')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconTrash size={16} />}
              onClick={() =>
                void run(rpc.checklists.remove({ id }), {
                  done: 'contracts.checklist.removed',
                  undoable: true,
                })
              }
            >
              {t('contracts.checklist.remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {open && (
        <>
          <ul className={classes.items}>
            {items.map((item, at) => (
              <ChecklistItemRow
                key={item.id}
                item={item}
                client={client}
                first={at === 0}
                last={at === items.length - 1}
                onStep={(step) => move(item.id, afterStep(ids, item.id, step))}
                onFocusNeighbour={(from, step) => panel.current && focusNeighbour(panel.current, from, step)}
                onDragStart={() => setDragged(item.id)}
                onDragOver={() => setOver(item.id)}
                onDrop={() => {
                  if (dragged) move(dragged, afterDrop(ids, dragged, item.id));
                  endDrag();
                }}
                dropping={droppingAt(item.id)}
              />
            ))}
          </ul>
          <div className={classes.add}>
            <ChecklistAddItem checklist={id} client={client} />
          </div>
        </>
      )}
      {saving && (
        <SaveTemplate {...{ checklist, contractType, meetingType }} onClose={() => setSaving(false)} />
      )}
    </section>
  );
}
