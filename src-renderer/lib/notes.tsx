/** Short notes in the corner: what was done (with a way back) and what went wrong. */
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import { say } from './i18n.ts';

export function showNote(message: string, undo?: () => void): void {
  const id = `note-${message}`;
  notifications.show({
    id,
    autoClose: undo ? 10_000 : 3000,
    withBorder: true,
    closeButtonProps: { 'aria-label': say('common.close') },
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        {undo && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              notifications.hide(id);
              undo();
            }}
          >
            {say('common.undo')}
          </Button>
        )}
      </Group>
    ),
  });
}

export function showTrouble(message: string): void {
  notifications.show({
    id: `trouble-${message}`,
    autoClose: 12_000,
    color: 'red',
    role: 'alert',
    withBorder: true,
    icon: <IconAlertTriangle size={18} />,
    closeButtonProps: { 'aria-label': say('common.close') },
    message,
  });
}
