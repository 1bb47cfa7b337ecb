/** What the server set aside: why, in a sentence, and the ways out of it. Nothing here is lost before its owner says so. */
import { Anchor, Button, CopyButton, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { rpc } from '#renderer/lib/client.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { hasMessage, say } from '#renderer/lib/i18n.ts';
import { type OutputOf, useLive } from '#renderer/lib/live.ts';
import { useRun } from '#renderer/lib/run.ts';
import { Plural } from '#renderer/ui/plural.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { useValueWords } from '#renderer/ui/value-words.ts';
import { recordHref } from '#renderer/lib/record-href.ts';
import { recordTitle } from './record-title.ts';
import { changeLines } from './rejected-lines.ts';
import classes from './sync.module.css';

type Rejected = OutputOf<'sync', 'rejected'>[number];

/** An action on many records is told by its first ones. */
const CHANGES_SHOWN = 5;

export function RejectedSection() {
  const { t } = useTranslation();
  const rejected = useLive('sync', 'rejected', {}).data ?? [];
  if (rejected.length === 0) return null;
  return (
    <Section title={t('sync.rejected.title')}>
      <Text>{t('sync.rejected.lead')}</Text>
      <ul className={classes.rejected}>
        {rejected.map((one) => (
          <RejectedOne key={one.txn} rejected={one} />
        ))}
      </ul>
    </Section>
  );
}

function RejectedOne({ rejected: { txn, reason, writtenAt, changes } }: { rejected: Rejected }) {
  const { t } = useTranslation();
  const format = useFormat();
  const run = useRun();
  const words = useValueWords();
  const [asking, setAsking] = useState(false);
  const shown = changes.slice(0, CHANGES_SHOWN);
  const lines = changes.flatMap((change) => [change.title, ...changeLines(change, words)]);
  return (
    <li>
      {shown.map((change) => {
        const href = change.here ? recordHref(change.entity, change.record, change.client) : null;
        const title = recordTitle(change);
        return (
          <div key={change.change} className={classes.rejectedChange}>
            <Text>
              {href ? (
                <Anchor component={Link} href={href} inherit fw={600}>
                  {title}
                </Anchor>
              ) : (
                <Text span inherit fw={600}>
                  {title}
                </Text>
              )}{' '}
              <Text span inherit c="dimmed" title={format.instant(writtenAt)}>
                {hasMessage(`sync.rejected.kinds.${change.kind}`) &&
                  say(`sync.rejected.kinds.${change.kind}`)}
                , {t('sync.rejected.written', { when: format.relative(writtenAt) })}
              </Text>
            </Text>
            <ul className={classes.values}>
              {changeLines(change, words).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        );
      })}
      {changes.length > shown.length && (
        <Text c="dimmed">
          <Plural of="sync.rejected.more" count={changes.length - shown.length} />
        </Text>
      )}
      <Text>{t(`sync.rejected.reasons.${reason}`)}</Text>
      {asking ? (
        <Group gap="xs">
          <Text>{t('sync.rejected.discardAsk')}</Text>
          <Button
            size="compact-md"
            variant="light"
            color="red"
            autoFocus
            onClick={() =>
              void run(rpc.sync.discardRejected({ txn }), { done: 'sync.rejected.discarded' }).finally(() =>
                setAsking(false),
              )
            }
          >
            {t('sync.rejected.discardYes')}
          </Button>
          <Button size="compact-md" variant="default" onClick={() => setAsking(false)}>
            {t('sync.rejected.discardNo')}
          </Button>
        </Group>
      ) : (
        <Group gap="xs">
          <Button
            size="compact-md"
            variant="default"
            onClick={() =>
              void run(rpc.sync.retryRejected({ txn }), { done: 'sync.rejected.retried', undoable: true })
            }
          >
            {t('sync.rejected.retry')}
          </Button>
          <CopyButton value={lines.join('\n')}>
            {({ copied, copy }) => (
              <Button size="compact-md" variant="default" onClick={copy}>
                {t(copied ? 'sync.rejected.copied' : 'sync.rejected.copy')}
              </Button>
            )}
          </CopyButton>
          <Button size="compact-md" variant="subtle" color="gray" onClick={() => setAsking(true)}>
            {t('sync.rejected.discard')}
          </Button>
        </Group>
      )}
    </li>
  );
}
