/** What is to be said, with the names put in. */
import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '#renderer/lib/preferences.ts';
import type { CallPage } from '#shared/contract/calls.ts';
import { fillScript } from '#shared/domain/calls/call-script.ts';
import { ListEditor } from './call-page-head.tsx';
import classes from './call-target.module.css';

export function CallScript({ page: { list, client, person } }: { page: CallPage }) {
  const { t } = useTranslation();
  const me = usePreferences().settings?.member.name ?? null;
  const [editing, setEditing] = useState(false);
  const parts = fillScript(list.script ?? '', { client: client.name, person: person?.name ?? null, me });
  return (
    <section className={classes.script} aria-label={t('calls.script')}>
      <Title order={3} size="h3">
        {t('calls.script')}
      </Title>
      {list.script === null ? (
        <Text c="dimmed">
          {t('calls.noScript')}{' '}
          <Button variant="subtle" size="compact-sm" onClick={() => setEditing(true)}>
            {t('calls.writeScript')}
          </Button>
        </Text>
      ) : (
        <p className={classes.scriptText}>
          {parts.map(({ text, kind }, at) => {
            // The parts of one text never change places.
            const key = `${at}${kind}`;
            if (kind === 'text') return <span key={key}>{text}</span>;
            return kind === 'name' ? <strong key={key}>{text}</strong> : <mark key={key}>{text}</mark>;
          })}
        </p>
      )}
      <ListEditor list={list} opened={editing} onClose={() => setEditing(false)} />
    </section>
  );
}
