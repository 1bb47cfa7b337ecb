/** The meetings' screen with the preparation of a meeting, which the feature of checklists draws. */
import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { AttachmentsPanel } from '#renderer/features/attachments/attachments-panel.tsx';
import { ChecklistPanel } from '#renderer/features/contracts/checklist-panel.tsx';
import { StartChecklist } from '#renderer/features/contracts/start-checklist.tsx';
import { beginLog } from '#renderer/features/meetings/composer-store.ts';
import { MeetingPage } from '#renderer/features/meetings/plans/meeting-page.tsx';
import classes from '#renderer/features/meetings/plans/meetings.module.css';
import { MeetingsScreen } from '#renderer/features/meetings/plans/meetings-screen.tsx';
import type { MeetingPage as Page } from '#shared/contract/meeting-plans.ts';

export function MeetingsPage() {
  return <MeetingsScreen page={(id) => <PageOf key={id} id={id} />} />;
}

function PageOf({ id }: { id: string }) {
  const [, go] = useLocation();
  return (
    <MeetingPage
      id={id}
      checklists={(page) => (
        <>
          <Preparation page={page} />
          <AttachmentsPanel place={{ client: page.meeting.client, meeting: id }} />
        </>
      )}
      onRecord={({ meeting }) => {
        beginLog(meeting.client, 'visit', meeting.id);
        go(`/clients/${meeting.client}`);
      }}
    />
  );
}

function Preparation({ page }: { page: Page }) {
  const { t } = useTranslation();
  const { meeting, checklists } = page;
  return (
    <section className={classes.section} aria-label={t('meetingPlans.preparation')}>
      <div className={classes.sectionHead}>
        <Title order={2} className={classes.sectionTitle}>
          {t('meetingPlans.preparation')}
        </Title>
        <StartChecklist
          client={meeting.client}
          meeting={{ id: meeting.id, type: meeting.type }}
          variant="subtle"
          size="compact-sm"
        />
      </div>
      {checklists.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('meetingPlans.preparationNone')}
        </Text>
      )}
      {checklists.map((checklist) => (
        <ChecklistPanel
          key={checklist.id}
          checklist={checklist}
          client={meeting.client}
          meetingType={meeting.type}
          startOpen={checklists.length === 1 ? true : undefined}
        />
      ))}
    </section>
  );
}
