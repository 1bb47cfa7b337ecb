/** The head of the desk: who it is, where it stands with us, and one line of warnings. */
import { ActionIcon, Anchor, Button, Menu, Text, Title } from '@mantine/core';
import {
  IconAlertCircle,
  IconArrowsJoin2,
  IconDotsVertical,
  IconFileText,
  IconPencil,
  IconPhonePlus,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { today, useFormat } from '#renderer/lib/format.ts';
import { fieldLabel } from '#renderer/lib/i18n.ts';
import { useRun } from '#renderer/lib/run.ts';
import { CommitField } from '#renderer/ui/commit-field.tsx';
import { Initials } from '#renderer/ui/initials.tsx';
import type { ClientDesk } from '#shared/contract/clients.ts';
import classes from './client-desk.module.css';
import { OwnerField } from './client-owner.tsx';
import { type ClientWarning, warningsOf } from './client-warnings.ts';
import { editClient } from './edit-client.ts';
import { MergeWith } from './merge-with.tsx';

interface ClientHeadProps {
  desk: ClientDesk;
  onBrief(): void;
  onEdit(): void;
  onCalls(): void;
  onRemoved(): void;
}

export function ClientHead({ desk, onBrief, onEdit, onCalls, onRemoved }: ClientHeadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const run = useRun();
  const { client } = desk;
  const phone = client.phones?.[0]?.value;
  const email = client.emails?.[0]?.value;
  const [merging, setMerging] = useState(false);
  const warnings = warningsOf(desk, today());

  async function remove() {
    const removed = await run(rpc.clients.remove({ id: client.id }), {
      done: 'clients.removed',
      params: { name: client.name },
      undoable: true,
    });
    if (removed) onRemoved();
  }

  return (
    <header className={classes.head}>
      <div className={classes.headTop}>
        <Initials name={client.name} size={44} />
        <div className={classes.headName}>
          <Title order={1} size="h2" className={classes.name}>
            {client.name}
          </Title>
          <Text size="sm" c="dimmed" className={classes.headFacts}>
            {client.ico && (
              <span>
                {fieldLabel('client', 'ico')} {client.ico}
              </span>
            )}
            {(client.street || client.town) && (
              <span>
                {[client.street, [client.postcode, client.town].filter(Boolean).join(' ')]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            )}
            {phone && (
              <Anchor inherit href={`tel:${phone}`}>
                {format.phone(phone)}
              </Anchor>
            )}
            {email && (
              <Anchor inherit href={`mailto:${email}`}>
                {email}
              </Anchor>
            )}
          </Text>
        </div>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconFileText size={18} aria-hidden />}
          onClick={onBrief}
        >
          {t('brief.open')}
        </Button>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('clients.more')}>
              <IconDotsVertical size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={16} />} onClick={onEdit}>
              {t('clients.editDetails')}
            </Menu.Item>
            <Menu.Item leftSection={<IconPhonePlus size={16} />} onClick={onCalls}>
              {t('calls.addShown')}
            </Menu.Item>
            <Menu.Item leftSection={<IconArrowsJoin2 size={16} />} onClick={() => setMerging(true)}>
              {t('duplicates.withOther.client')}
            </Menu.Item>
            <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => void remove()}>
              {t('clients.remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <div className={classes.headFields}>
        {(['status', 'tier'] as const).map((field) => (
          <CommitField
            key={field}
            entity="client"
            field={field}
            record={client.id}
            client={client.id}
            value={client[field]}
            onCommit={(value) => editClient(client.id, field, value)}
          />
        ))}
        <div className={classes.headOwner}>
          <OwnerField client={client.id} owner={client.owner} clearable={client.owner === null} />
        </div>
      </div>
      {merging && <MergeWith kind="client" record={client} onClose={() => setMerging(false)} />}
      {warnings.length > 0 && (
        <ul className={classes.warnings} aria-label={t('clients.warnings.title')}>
          {warnings.map((warning) => (
            <li key={JSON.stringify(warning)} data-late={warning.late || undefined}>
              <IconAlertCircle size={16} aria-hidden />
              <span>{sentence(warning)}</span>
            </li>
          ))}
        </ul>
      )}
    </header>
  );

  function sentence(warning: ClientWarning): string {
    switch (warning.what) {
      case 'openObjections':
        return t('clients.warnings.openObjections', { count: warning.count });
      case 'noticeDeadline':
        if (warning.days === 0) return t('clients.warnings.noticeToday', { title: warning.title });
        return t('clients.warnings.noticeDeadline', {
          title: warning.title,
          day: format.day(warning.day),
          count: warning.days,
        });
      case 'contractEnds':
        if (warning.days === 0) return t('clients.warnings.endsToday', { title: warning.title });
        return t('clients.warnings.contractEnds', {
          title: warning.title,
          day: format.day(warning.day),
          count: warning.days,
        });
      case 'contractEnded':
        return t('clients.warnings.contractEnded', { title: warning.title, day: format.day(warning.day) });
      case 'stepOverdue':
        return t('clients.warnings.stepOverdue', { title: warning.title, day: format.day(warning.day) });
    }
  }
}
