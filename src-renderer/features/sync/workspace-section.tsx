/** The firm this device belongs to, and who in it sees a client; an administrator decides on both. */
import { Select, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { useRun } from '#renderer/lib/run.ts';
import { Section } from '#renderer/ui/section.tsx';
import { CLIENT_SCOPES } from '#shared/sync/wire.ts';
import type { Connection } from './sync-words.ts';

type Scope = (typeof CLIENT_SCOPES)[number];

export function WorkspaceSection({ connection }: { connection: Connection }) {
  const { t } = useTranslation();
  const { workspace, member, server } = connection;
  const scopeWords = (scope: Scope) => t(`sync.workspace.scopes.${scope}`);
  return (
    <Section title={t('sync.workspace.title')}>
      {member.role === 'admin' ? (
        <Decided workspace={workspace} scopeWords={scopeWords} />
      ) : (
        <>
          <Text fw={600}>{workspace.name}</Text>
          <Text>{t('sync.workspace.scopeIs', { who: scopeWords(workspace.clientScope) })}</Text>
        </>
      )}
      <Text c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {t('sync.workspace.you', { email: member.email, role: t(`sync.members.roles.${member.role}`) })}{' '}
        {t('sync.workspace.server', { server })}
      </Text>
    </Section>
  );
}

interface DecidedProps {
  workspace: Connection['workspace'];
  scopeWords(scope: Scope): string;
}

function Decided({ workspace: { name, clientScope }, scopeWords }: DecidedProps) {
  const { t } = useTranslation();
  const run = useRun();
  const [typed, setTyped] = useState(name);
  useEffect(() => setTyped(name), [name]);
  const commit = () => {
    const tidy = typed.trim();
    if (tidy === '') setTyped(name);
    else if (tidy !== name)
      void run(rpc.sync.changeWorkspace({ name: tidy }), { done: 'sync.members.saved' }).then(
        (done) => done ?? setTyped(name),
      );
  };
  return (
    <>
      <TextInput
        label={t('sync.workspace.name')}
        maxLength={150}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') setTyped(name);
        }}
      />
      <Select
        label={t('sync.workspace.scope')}
        description={t('sync.workspace.scopeHint')}
        allowDeselect={false}
        value={clientScope}
        data={CLIENT_SCOPES.map((scope) => ({ value: scope, label: scopeWords(scope) }))}
        onChange={(scope) =>
          scope &&
          scope !== clientScope &&
          void run(rpc.sync.changeWorkspace({ clientScope: scope as Scope }), { done: 'sync.members.saved' })
        }
      />
    </>
  );
}
