/** Everything that can be done to an item beside ticking it, for those who do not use the keys. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDots, IconNote, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './checklist.module.css';

interface ChecklistItemMenuProps {
  text: string;
  first: boolean;
  last: boolean;
  /** Off while a field opens, which then has the focus. */
  returnFocus: boolean;
  onEdit(what: 'text' | 'note'): void;
  onStep(step: -1 | 1): void;
  onRemove(): void;
}

export function ChecklistItemMenu(props: ChecklistItemMenuProps) {
  const { t } = useTranslation();
  const { text, onEdit, onStep } = props;
  return (
    <Menu position="bottom-end" shadow="sm" returnFocus={props.returnFocus}>
      <Menu.Target>
        <ActionIcon
          className={classes.tool}
          variant="subtle"
          color="gray"
          size={30}
          aria-label={t('contracts.checklist.itemActions', { text })}
        >
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconNote size={16} />} onClick={() => onEdit('note')}>
          {t('contracts.checklist.note')}
        </Menu.Item>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => onEdit('text')}>
          {t('contracts.checklist.edit')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowUp size={16} />} disabled={props.first} onClick={() => onStep(-1)}>
          {t('contracts.checklist.up')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowDown size={16} />} disabled={props.last} onClick={() => onStep(1)}>
          {t('contracts.checklist.down')}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={16} />} onClick={props.onRemove}>
          {t('contracts.checklist.removeItem')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
