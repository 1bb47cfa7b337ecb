/** Starts a checklist from a template: the fitting ones first, one's own among them. */
import { ActionIcon, Button, type ButtonProps, Modal, Stack, Text, Title } from '@mantine/core';
import { IconListCheck, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId, rpc } from '#renderer/lib/client.ts';
import { useLive } from '#renderer/lib/live.ts';
import { useRun } from '#renderer/lib/run.ts';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { TemplateOffer } from '#shared/contract/contracts.ts';
import type { MessageKey } from '#shared/i18n/index.ts';
import classes from './checklist.module.css';
import { groupTemplates, type TemplateGroup } from './template-groups.ts';

const GROUP_WORDS = {
  fitting: 'contracts.checklist.fitting',
  own: 'contracts.checklist.own',
  general: 'contracts.checklist.general',
  forClient: 'contracts.checklist.forClient',
  others: 'contracts.checklist.others',
} as const satisfies Record<TemplateGroup, MessageKey>;

export interface StartChecklistProps extends Pick<ButtonProps, 'variant' | 'size'> {
  client: string;
  /** The contract to start it on; without it the checklist is the client's. */
  contract?: { id: string; type: string | null };
  /** The meeting that it prepares. */
  meeting?: { id: string; type: string };
}

export function StartChecklist({
  client,
  contract,
  meeting,
  variant = 'default',
  size = 'compact-md',
}: StartChecklistProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant={variant}
        size={size}
        leftSection={<IconListCheck size={16} />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => setOpen(true)}
      >
        {t('contracts.checklist.start')}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        size="lg"
        title={t('contracts.checklist.startTitle')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {open && <Templates {...{ client, contract, meeting }} onStarted={() => setOpen(false)} />}
      </Modal>
    </>
  );
}

function Templates({ client, contract, meeting, onStarted }: StartChecklistProps & { onStarted(): void }) {
  const { t } = useTranslation();
  const run = useRun();
  const [id] = useState(() => newId());
  const templates = useLive('checklists', 'templates', {});
  const subject = meeting ? 'meeting' : contract ? 'contract' : 'client';
  const groups = groupTemplates(templates.data ?? [], subject, (meeting ?? contract)?.type ?? null);

  async function start({ id: template, name }: TemplateOffer) {
    const started = await run(
      rpc.checklists.start({
        id,
        client,
        contract: contract?.id ?? null,
        meeting: meeting?.id ?? null,
        template,
      }),
      { done: 'contracts.checklist.started', params: { name }, undoable: true },
    );
    if (started) onStarted();
  }

  if (templates.error) return <Sentence error={templates.error} onRetry={() => void templates.refetch()} />;
  return (
    <Stack gap="md">
      {groups.map(({ group, offers }, at) => (
        <Stack key={group} gap={6}>
          <Title order={3}>{t(GROUP_WORDS[group])}</Title>
          {offers.map((offer, place) => (
            <Template
              key={offer.id}
              offer={offer}
              first={at === 0 && place === 0}
              onStart={() => void start(offer)}
            />
          ))}
        </Stack>
      ))}
    </Stack>
  );
}

interface TemplateProps {
  offer: TemplateOffer;
  /** The likeliest one: Enter begins it. */
  first: boolean;
  onStart(): void;
}

function Template({ offer, first, onStart }: TemplateProps) {
  const { t } = useTranslation();
  const run = useRun();
  return (
    <div className={classes.template}>
      <div className={classes.templateText}>
        <Text fw={600}>{offer.name}</Text>
        <Text size="sm" c="dimmed" lineClamp={1} title={offer.items.join('\n')}>
          {t('contracts.checklist.items', { count: offer.items.length })} ·{' '}
          {offer.items.slice(0, 3).join(', ')}
        </Text>
      </div>
      {!offer.builtIn && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('contracts.checklist.removeTemplate', { name: offer.name })}
          onClick={() =>
            void run(rpc.checklists.removeTemplate({ id: offer.id }), {
              done: 'contracts.checklist.templateRemoved',
              undoable: true,
            })
          }
        >
          <IconTrash size={16} />
        </ActionIcon>
      )}
      <Button
        variant="light"
        // The templates may come after the dialog has given its first focus.
        autoFocus={first}
        data-autofocus={first || undefined}
        aria-label={`${t('contracts.checklist.startThis')}: ${offer.name}`}
        onClick={onStart}
      >
        {t('contracts.checklist.startThis')}
      </Button>
    </div>
  );
}
