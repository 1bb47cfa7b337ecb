/** Short notes in the corner: what was done (with a way back) and what went wrong. */
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import { say } from './i18n.ts';

/** Notes of what was done, oldest first. */
let standing: string[] = [];
let shown = 0;

const KEPT = 2;

/**
 * Every note has a name of its own: two equal messages stand for two actions, and "Späť" takes back its own. Older ones
 * give way at once, for the newest must never wait in a queue.
 */
export function showNote(message: string, undo?: () => void): void {
  shown += 1;
  const id = `note-${shown}`;
  for (const old of standing.splice(0, Math.max(0, standing.length - KEPT + 1))) notifications.hide(old);
  standing.push(id);
  notifications.show({
    id,
    onClose: () => {
      standing = standing.filter((other) => other !== id);
    },
    autoClose: undo ? 10_000 : 6000,
    withBorder: true,
    closeButtonProps: { 'aria-label': say('common.close') },
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        {undo && (
          <Button
            size="compact-sm"
            variant="subtle"
            flex="none"
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
