/** The record of a planned meeting: the composer filled with its people, place and times, with a draft of its own. */
import { Anchor, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { Loading } from '#renderer/ui/loading.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { MeetingPage } from '#shared/contract/meeting-plans.ts';
import type { PersonChoice } from './composer-people.tsx';
import type { LogFocus } from './composer-store.ts';
import classes from './composer.module.css';
import { LogComposer } from './log-composer.tsx';
import { type InteractionKind, logAt } from './log-draft.ts';

interface MeetingRecordProps {
  client: string;
  people: PersonChoice[];
  town: string | null;
  meeting: string;
  kind: InteractionKind | null;
  focus: LogFocus | null;
  turn: number;
  onWritten(): void;
  onLeave(): void;
}

export function MeetingRecord(props: MeetingRecordProps) {
  const page = useLive('meetingPlans', 'get', { id: props.meeting });
  if (page.error) return <Sentence error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return <Loading size="sm" m="md" />;
  return <Record {...props} page={page.data} />;
}

function Record({ page, meeting, ...rest }: MeetingRecordProps & { page: MeetingPage }) {
  // What changes at the meeting while somebody types must not change what he types over.
  const [initial] = useState(() => logAt(page, Date.now()));
  return (
    <LogComposer
      {...rest}
      draftKey={`meeting:${meeting}`}
      initial={initial}
      others={page.people.map(({ id, name, jobTitle }) => ({ id, name, detail: jobTitle }))}
      heading={<Heading page={page} />}
      open
    />
  );
}

function Heading({ page: { meeting } }: { page: MeetingPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Text size="sm" className={classes.meeting}>
      <span>{t('meetings.recordOf')}</span>
      <Anchor component={Link} href={`/meetings/${meeting.id}`} size="sm">
        {meeting.title ?? choiceLabel('meeting', 'type', meeting.type)}
      </Anchor>
      <span>{format.instant(meeting.startsAt)}</span>
    </Text>
  );
}
