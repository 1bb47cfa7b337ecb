/** The head of a meeting: when, with whom and where, and what can be done with it as a whole. */
import { ActionIcon, Anchor, Badge, Button, Menu, Text, Title } from '@mantine/core';
import {
  IconCalendarCancel,
  IconCalendarPlus,
  IconCalendarShare,
  IconDotsVertical,
  IconFileText,
  IconPencilPlus,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { rpc } from '#renderer/lib/client.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel, currentLanguage } from '#renderer/lib/i18n.ts';
import { useShortcuts } from '#renderer/lib/keys.ts';
import { useRun } from '#renderer/lib/run.ts';
import type { MeetingPage as Page } from '#shared/contract/meeting-plans.ts';
import { meetingTitle } from '#shared/domain/meetings/meeting-title.ts';
import { InviteDialog } from '../invite-dialog.tsx';
import { dayOf, placeOf } from './meeting-columns.tsx';
import classes from './meetings.module.css';

export interface MeetingHeadProps {
  page: Page;
  /** Begins the record of the meeting. */
  onRecord(page: Page): void;
}

export function MeetingHead({ page, onRecord }: MeetingHeadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { meeting, clientName, people } = page;
  const record = () => onRecord(page);
  const [, go] = useLocation();
  useShortcuts({ v: record, b: () => go(`/meetings/${meeting.id}/brief`) });
  return (
    <header className={classes.head}>
      <div className={classes.headText}>
        <Title order={1} size="h2" className={classes.headTitle}>
          {meetingTitle(meeting, clientName, currentLanguage())}
        </Title>
        <Text className={`${classes.facts} ${classes.when}`}>
          <span title={format.day(dayOf(meeting))}>{format.weekday(dayOf(meeting))}</span>
          <span>{format.span(meeting.startsAt, meeting.endsAt, meeting.zone)}</span>
          {meeting.status !== 'planned' && (
            <Badge variant="light" color={meeting.status === 'cancelled' ? 'red' : 'teal'}>
              {choiceLabel('meeting', 'status', meeting.status)}
            </Badge>
          )}
        </Text>
        <Text size="sm" className={classes.facts}>
          <Anchor component={Link} href={`/clients/${meeting.client}`} inherit>
            {clientName}
          </Anchor>
          {placeOf(meeting) && <span>{placeOf(meeting)}</span>}
          {people.length > 0 && <span>{people.map((person) => person.name).join(', ')}</span>}
        </Text>
        <MeetingRecords page={page} />
      </div>
      <div className={classes.actions}>
        <Button
          component={Link}
          href={`/meetings/${meeting.id}/brief`}
          variant="default"
          leftSection={<IconFileText size={16} />}
          aria-keyshortcuts="B"
        >
          {t('meetingPlans.brief')}
        </Button>
        {meeting.status !== 'cancelled' && (
          <Button leftSection={<IconPencilPlus size={16} />} aria-keyshortcuts="V" onClick={record}>
            {t('meetingPlans.record')}
          </Button>
        )}
        <MeetingMenu meeting={meeting} />
      </div>
    </header>
  );
}

/** The entries that tell how it went. */
function MeetingRecords({ page }: { page: Page }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (page.records.length === 0) return null;
  return (
    <Text size="sm" className={classes.facts}>
      {page.records.map((record) => (
        <Anchor key={record.id} component={Link} href={`/clients/${page.meeting.client}`} inherit>
          {t('meetingPlans.recordOf', {
            kind: choiceLabel('interaction', 'kind', record.kind),
            when: format.instant(record.happenedAt),
          })}
        </Anchor>
      ))}
    </Text>
  );
}

function MeetingMenu({ meeting }: { meeting: Page['meeting'] }) {
  const { t } = useTranslation();
  const run = useRun();
  const { id, status } = meeting;
  const [inviting, setInviting] = useState(false);
  return (
    <>
      <InviteDialog meeting={id} opened={inviting} onClose={() => setInviting(false)} />
      <Menu position="bottom-end" shadow="sm">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t('meetingPlans.actions')}>
            <IconDotsVertical size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {status !== 'held' && (
            <Menu.Item leftSection={<IconCalendarShare size={16} />} onClick={() => setInviting(true)}>
              {t('calendar.invite.open')}
            </Menu.Item>
          )}
          {status === 'planned' ? (
            <Menu.Item
              leftSection={<IconCalendarCancel size={16} />}
              onClick={() =>
                void run(rpc.meetingPlans.cancel({ id }), { done: 'meetingPlans.cancelled', undoable: true })
              }
            >
              {t('meetingPlans.cancel')}
            </Menu.Item>
          ) : (
            <Menu.Item
              leftSection={<IconCalendarPlus size={16} />}
              onClick={() =>
                void run(rpc.meetingPlans.reopen({ id }), { done: 'meetingPlans.reopened', undoable: true })
              }
            >
              {t('meetingPlans.reopen')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
