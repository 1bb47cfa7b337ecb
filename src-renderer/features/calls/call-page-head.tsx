/** The head of a list: its name, how far it is, what came of it, and what can be done with it. */
import { ActionIcon, Menu, Modal, Stack, Title } from '@mantine/core';
import { IconArrowLeft, IconDotsVertical, IconLock, IconLockOpen, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { rpc } from '#renderer/lib/client.ts';
import { useFormat } from '#renderer/lib/format.ts';
import type { OutputOf } from '#renderer/lib/live.ts';
import { useRun } from '#renderer/lib/run.ts';
import { CommitField } from '#renderer/ui/commit-field.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import type { CallListRow } from '#shared/contract/calls.ts';
import { AddOne } from './add-one.tsx';
import { SETTLED, settledOf } from './call-words.ts';
import classes from './calls.module.css';

type List = OutputOf<'calls', 'get'>['list'];

export function closeList(run: ReturnType<typeof useRun>, { id, name }: Pick<List, 'id' | 'name'>): void {
  void run(rpc.calls.close({ id }), { done: 'calls.closedNow', params: { name }, undoable: true });
}

export function reopenList(run: ReturnType<typeof useRun>, { id, name }: Pick<List, 'id' | 'name'>): void {
  void run(rpc.calls.reopen({ id }), { done: 'calls.reopened', params: { name }, undoable: true });
}

export function CallPageHead({ list, row }: { list: List; row: CallListRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const run = useRun();
  const [editing, setEditing] = useState(false);
  const closed = list.closedAt !== null;
  const words = {
    appointed: t('calls.appointed'),
    done: t('calls.done'),
    refused: t('calls.refused'),
    unreachable: t('calls.unreachable'),
  };
  return (
    <header className={classes.head}>
      <ActionIcon
        component={Link}
        href="/calls"
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t('calls.toLists')}
      >
        <IconArrowLeft size={20} />
      </ActionIcon>
      <Title order={1} size="h2" className={classes.headName} title={list.name}>
        {list.name}
      </Title>
      {row.total > 0 && (
        <>
          <span className={classes.progress}>
            <ProgressBar label={t('calls.progress')} done={settledOf(row)} items={row.total} />
          </span>
          <dl className={classes.summary}>
            {SETTLED.filter((state) => row.counts[state] > 0).map((state) => (
              <div key={state}>
                <dt>{words[state]}</dt>
                <dd>{format.number(row.counts[state])}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <span className={classes.headActions}>
        {!closed && row.total > 0 && <AddOne list={list.id} short />}
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('calls.actions')}>
              <IconDotsVertical size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setEditing(true)}>
              {t('calls.edit')}
            </Menu.Item>
            {closed ? (
              <Menu.Item leftSection={<IconLockOpen size={16} />} onClick={() => reopenList(run, list)}>
                {t('calls.reopen')}
              </Menu.Item>
            ) : (
              <Menu.Item leftSection={<IconLock size={16} />} onClick={() => closeList(run, list)}>
                {t('calls.close')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </span>
      <ListEditor list={list} opened={editing} onClose={() => setEditing(false)} />
    </header>
  );
}

interface ListEditorProps {
  list: List;
  opened: boolean;
  onClose(): void;
}

/** Written field by field, as everywhere. */
export function ListEditor({ list, opened, onClose }: ListEditorProps) {
  const { t } = useTranslation();
  const field = (name: 'name' | 'script', more = {}) => (
    <CommitField
      {...more}
      entity="callList"
      field={name}
      record={list.id}
      value={list[name]}
      onCommit={(value) => rpc.calls.edit({ id: list.id, values: { [name]: value } })}
    />
  );
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={640}
      title={t('calls.edit')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="sm">
        {field('name')}
        {field('script', { minRows: 12, description: t('calls.placesHint') })}
      </Stack>
    </Modal>
  );
}
