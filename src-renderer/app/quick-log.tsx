/** From anywhere: who, then what; the composer on the client's desk takes it from there. */
import { Button, Group, Kbd, Modal, Stack, Text } from '@mantine/core';
import { IconCalendarPlus, IconFlag, IconHeartHandshake } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { beginLog, beginObjection } from '#renderer/features/meetings/composer-store.ts';
import { KIND_KEYS, KindIcon } from '#renderer/features/meetings/kind-icons.tsx';
import { choiceLabel, say } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { type ChosenClient, ClientPicker } from '#renderer/pickers/client-picker.tsx';
import { INTERACTION_KINDS } from '#shared/entities/meetings.ts';

/** `promise` and `plan` are no entries: a promise by itself, and a meeting that lies ahead. */
type Kind = (typeof INTERACTION_KINDS)[number] | 'objection' | 'promise' | 'plan';

const KINDS: readonly Kind[] = [...INTERACTION_KINDS, 'objection', 'promise', 'plan'];

interface QuickLogProps {
  opened: boolean;
  onClose(): void;
}

export function QuickLog({ opened, onClose }: QuickLogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('app.quick.title')}
      size={560}
      yOffset="8vh"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <WhoAndWhat onClose={onClose} />
    </Modal>
  );
}

function WhoAndWhat({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const [path, go] = useLocation();
  // On a client's desk the answer to "who" is already there.
  const here = /^\/clients\/([0-9a-f-]{36})$/.exec(path)?.[1];
  const desk = useLive('clients', 'desk', { id: here ?? '' }, { enabled: here !== undefined });
  const [chosen, setChosen] = useState<ChosenClient | null>();
  const standing = desk.data ? { id: desk.data.client.id, name: desk.data.client.name } : null;
  const client = chosen === undefined ? standing : chosen;
  const kinds = useRef<HTMLDivElement>(null);
  const known = client !== null;

  useEffect(() => {
    if (known) kinds.current?.querySelector('button')?.focus();
  }, [known]);

  function begin(kind: Kind): void {
    if (!client) return;
    onClose();
    if (kind === 'plan') return go(`/meetings/new?client=${client.id}`);
    if (kind === 'promise') return go(`/promises/new?client=${client.id}`);
    if (kind === 'objection') beginObjection(client.id);
    else beginLog(client.id, kind);
    go(`/clients/${client.id}`);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const buttons = [...(kinds.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step && at >= 0) {
      event.preventDefault();
      buttons[(at + step + buttons.length) % buttons.length]?.focus();
    }
    const kind = KINDS.find((one) => keyOf(one)?.toLowerCase() === event.key.toLowerCase());
    if (kind && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      begin(kind);
    }
  }

  return (
    <Stack gap="md" mih={280}>
      <ClientPicker
        // Mounted anew once the desk has answered: the picker takes the name only at its start.
        key={standing?.id ?? 'none'}
        label={t('app.quick.who')}
        size="md"
        // The dialog gives its first focus to what carries this mark.
        data-autofocus={!standing || undefined}
        value={client?.id ?? null}
        valueName={client?.name ?? null}
        onChoose={setChosen}
      />
      {client ? (
        <div ref={kinds} onKeyDown={onKeyDown} role="group" aria-label={t('app.quick.what')}>
          <Text size="sm" fw={500} mb={6}>
            {t('app.quick.what')}
          </Text>
          <Group gap={8}>
            {KINDS.map((kind) => (
              <KindButton key={kind} kind={kind} first={kind === KINDS[0]} onChoose={() => begin(kind)} />
            ))}
          </Group>
        </div>
      ) : (
        <Text c="dimmed" size="sm">
          {t('app.quick.hint')}
        </Text>
      )}
    </Stack>
  );
}

function keyOf(kind: Kind): string | undefined {
  if (kind === 'objection') return 'O';
  if (kind === 'promise') return 'P';
  return kind === 'plan' ? 'M' : KIND_KEYS[kind];
}

function iconOf(kind: Kind) {
  if (kind === 'objection') return <IconFlag size={18} stroke={1.6} aria-hidden />;
  if (kind === 'promise') return <IconHeartHandshake size={18} stroke={1.6} aria-hidden />;
  if (kind === 'plan') return <IconCalendarPlus size={18} stroke={1.6} aria-hidden />;
  return <KindIcon kind={kind} />;
}

function wordOf(kind: Kind): string {
  if (kind === 'objection') return say('meetings.objection');
  if (kind === 'promise') return say('meetings.promise');
  return kind === 'plan' ? say('meetingPlans.create') : choiceLabel('interaction', 'kind', kind);
}

interface KindButtonProps {
  kind: Kind;
  /** Takes the focus when the dialog opens on a client already known. */
  first: boolean;
  onChoose(): void;
}

function KindButton({ kind, first, onChoose }: KindButtonProps) {
  useTranslation();
  const key = keyOf(kind);
  return (
    <Button
      variant="default"
      leftSection={iconOf(kind)}
      rightSection={key && <Kbd size="xs">{key}</Kbd>}
      aria-keyshortcuts={key}
      data-autofocus={first || undefined}
      onClick={onChoose}
    >
      {wordOf(kind)}
    </Button>
  );
}
