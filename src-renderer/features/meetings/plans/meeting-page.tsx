/** One meeting: when and with whom, what for, how it is prepared; every field edited where it stands. */
import { Text, Title } from '@mantine/core';
import { IconCalendarOff, IconEyeOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { useLive } from '#renderer/lib/live.ts';
import { useRun } from '#renderer/lib/run.ts';
import { CommitField } from '#renderer/ui/commit-field.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { RecordHistory } from '#renderer/ui/record-history.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { MeetingPage as Page } from '#shared/contract/meeting-plans.ts';
import type { meeting as meetingEntity } from '#shared/entities/meetings.ts';
import { MeetingConflicts } from './meeting-conflicts.tsx';
import { MeetingHead, type MeetingHeadProps } from './meeting-head.tsx';
import { OtherClients, OurPeople, TheirPeople } from './meeting-people.tsx';
import { MeetingWhenField } from './meeting-when-field.tsx';
import sheet from '#renderer/ui/record-page.module.css';
import classes from './meetings.module.css';

type Meeting = Page['meeting'];
type MeetingField = keyof typeof meetingEntity.fields;

interface MeetingPageProps extends Omit<MeetingHeadProps, 'page'> {
  id: string;
  /** The preparation, which belongs to the feature of checklists. */
  checklists(page: Page): ReactNode;
}

export function MeetingPage({ id, checklists, ...head }: MeetingPageProps) {
  const { t } = useTranslation();
  const page = useLive('meetingPlans', 'get', { id });
  if (page.error && 'code' in page.error && page.error.code === 'NOT_FOUND') {
    return (
      <EmptyState
        icon={<IconCalendarOff size={32} />}
        title={t('meetingPlans.gone')}
        text={t('meetingPlans.goneText')}
      />
    );
  }
  if (page.error) return <Sentence error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return <Loading size="sm" m="md" />;
  const { meeting, conflicts } = page.data;
  return (
    <div className={sheet.page}>
      <div className={classes.column}>
        <MeetingHead page={page.data} {...head} />
        <MeetingConflicts conflicts={conflicts} />
        <div className={classes.fields}>
          <div className={classes.wide}>
            <MeetingWhenField meeting={meeting} />
          </div>
          <Field meeting={meeting} field="type" />
          <Field meeting={meeting} field="place" />
          <Field meeting={meeting} field="stand" />
          <Field meeting={meeting} field="travelMinutes" />
        </div>
        <MeetingPeople page={page.data} />
        <Field meeting={meeting} field="aims" description={t('meetingPlans.aimsHint')} />
        {checklists(page.data)}
        <Field meeting={meeting} field="agenda" />
        <fieldset className={classes.hidden}>
          <legend>{t('meetingPlans.plan')}</legend>
          <Text component="p" className={classes.hiddenNote}>
            <IconEyeOff size={16} aria-hidden />
            {t('meetingPlans.planHidden')}
          </Text>
          <div className={classes.section}>
            <Field meeting={meeting} field="planAim" />
            <Field meeting={meeting} field="planLimit" />
            <Field meeting={meeting} field="planConcessions" />
          </div>
        </fieldset>
        <Field meeting={meeting} field="notes" />
        <div className={classes.fields}>
          <Field meeting={meeting} field="title" />
        </div>
        <RecordHistory entity="meeting" record={id} />
      </div>
    </div>
  );
}

interface FieldProps {
  meeting: Meeting;
  field: MeetingField;
  description?: string;
}

function Field({ meeting, field, description }: FieldProps) {
  return (
    <CommitField
      entity="meeting"
      field={field}
      record={meeting.id}
      client={meeting.client}
      value={meeting[field]}
      description={description}
      onCommit={(value) => rpc.meetingPlans.edit({ id: meeting.id, values: { [field]: value } })}
    />
  );
}

function MeetingPeople({ page }: { page: Page }) {
  const { t } = useTranslation();
  const run = useRun();
  const { meeting, people, ours, otherClients } = page;
  const change = (values: { people?: string[]; ours?: string[]; otherClients?: string[] }) =>
    void run(rpc.meetingPlans.edit({ id: meeting.id, values }));
  return (
    <section className={classes.section} aria-label={t('meetingPlans.people')}>
      <Title order={2} className={classes.sectionTitle}>
        {t('meetingPlans.people')}
      </Title>
      <TheirPeople
        client={meeting.client}
        chosen={meeting.people ?? []}
        known={people.map((person) => ({ ...person, detail: person.jobTitle }))}
        onChange={(chosen) => change({ people: chosen })}
      />
      <OurPeople
        chosen={ours.map((member) => member.id)}
        known={ours}
        onChange={(chosen) => change({ ours: chosen })}
      />
      <OtherClients
        client={meeting.client}
        chosen={otherClients}
        onChange={(chosen) => change({ otherClients: chosen.map(({ id }) => id) })}
      />
    </section>
  );
}
