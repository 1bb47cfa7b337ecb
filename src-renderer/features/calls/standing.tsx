/** How the client stands on the list, where that is not simply "call now"; and what can be done about it. */
import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { IconClock, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { rpc } from '#renderer/lib/client.ts';
import { choiceLabel } from '#renderer/lib/i18n.ts';
import { useRun } from '#renderer/lib/run.ts';
import type { CallPage } from '#shared/contract/calls.ts';
import { reopenList } from './call-page-head.tsx';
import { thisMinute } from './call-words.ts';
import { useMoment } from './use-moment.ts';

export function Standing({ page: { target, list, client, meeting } }: { page: CallPage }) {
  const { t } = useTranslation();
  const run = useRun();
  const moment = useMoment();
  if (list.closedAt !== null) {
    return (
      <Alert variant="light" color="gray" icon={<IconLock size={18} />}>
        <Group gap="sm">
          {t('calls.closedText')}
          <Button variant="default" size="compact-md" onClick={() => reopenList(run, list)}>
            {t('calls.reopen')}
          </Button>
        </Group>
      </Alert>
    );
  }
  if (target.state === 'waiting') {
    if (target.nextAttemptAt === null || target.nextAttemptAt <= thisMinute()) return null;
    return (
      <Group gap={6} c="var(--v-look)">
        <IconClock size={16} aria-hidden />
        <Text size="sm">{t('calls.nextAttempt', { when: moment(target.nextAttemptAt) })}</Text>
      </Group>
    );
  }
  return (
    <Group gap="sm">
      <Text fw={600}>{sentenceCase(choiceLabel('callTarget', 'state', target.state))}</Text>
      {meeting && (
        <Anchor component={Link} href={`/meetings/${meeting.id}`}>
          {t('calls.arranged', { when: moment(meeting.startsAt) })}
        </Anchor>
      )}
      <Button
        variant="default"
        size="compact-md"
        onClick={() =>
          void run(rpc.calls.again({ id: target.id }), {
            done: 'calls.againDone',
            params: { client: client.name },
            undoable: true,
          })
        }
      >
        {t('calls.again')}
      </Button>
    </Group>
  );
}

function sentenceCase(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
