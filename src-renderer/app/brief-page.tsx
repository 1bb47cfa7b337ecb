/** The brief of a client or of a meeting, with the composer beside it: the same page becomes the record. */
import { Select } from '@mantine/core';
import { IconMoodEmpty } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BriefPage } from '#renderer/features/brief/brief-page.tsx';
import { beginLog, useComposer } from '#renderer/features/meetings/composer-store.ts';
import { MeetingComposer } from '#renderer/features/meetings/composer.tsx';
import { choiceLabel } from '#renderer/lib/i18n.ts';
import { rpc } from '#renderer/lib/client.ts';
import { useLive } from '#renderer/lib/live.ts';
import { useRun } from '#renderer/lib/run.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { Brief } from '#shared/contract/brief.ts';
import { MEETING_TYPES } from '#shared/entities/meetings.ts';
import { peopleOf } from './client-page.tsx';

type MeetingType = (typeof MEETING_TYPES)[number];

export function ClientBrief({ id }: { id: string }) {
  const { t } = useTranslation();
  const [type, setType] = useState<MeetingType | null>(null);
  const asked = useLive('brief', 'ofClient', { client: id, type: type ?? undefined }, { keepPrevious: true });
  return (
    <Shown
      asked={asked}
      back={{ href: `/clients/${id}`, label: t('brief.toClient') }}
      aside={
        <Select
          size="sm"
          w={220}
          clearable
          aria-label={t('brief.type')}
          placeholder={t('brief.type')}
          value={type}
          onChange={(next) => setType(next as MeetingType | null)}
          data={MEETING_TYPES.map((value) => ({ value, label: choiceLabel('meeting', 'type', value) }))}
        />
      }
    />
  );
}

export function MeetingBrief({ id }: { id: string }) {
  const { t } = useTranslation();
  const asked = useLive('brief', 'ofMeeting', { id });
  return <Shown asked={asked} back={{ href: `/meetings/${id}`, label: t('brief.toMeeting') }} />;
}

interface Asked {
  data: Brief | undefined;
  error: Error | null;
  refetch(): unknown;
}

interface ShownProps {
  asked: Asked;
  back: { href: string; label: string };
  aside?: React.ReactNode;
}

function Shown({ asked: { data, error, refetch }, back, aside }: ShownProps) {
  const { t } = useTranslation();
  if (error && 'code' in error && error.code === 'NOT_FOUND')
    return (
      <EmptyState icon={<IconMoodEmpty size={32} />} title={t('brief.gone')} text={t('brief.goneText')} />
    );
  if (error) return <Sentence error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading size="sm" m="md" />;
  return <Open brief={data} back={back} aside={aside} />;
}

function Open({ brief, back, aside }: Omit<ShownProps, 'asked'> & { brief: Brief }) {
  const { id } = brief.client;
  const run = useRun();
  const desk = useLive('clients', 'desk', { id }).data;
  // Of a meeting that was held the record is there.
  const record = brief.meeting?.status === 'planned' ? brief.meeting.id : undefined;
  const isWriting = useComposer((composer) => composer.client === id && composer.ask !== null);
  return (
    <BriefPage
      brief={brief}
      back={back}
      aside={aside}
      writing={
        isWriting && desk ? (
          <MeetingComposer client={id} people={peopleOf(desk)} town={desk.client.town} />
        ) : null
      }
      onWrite={() => beginLog(id, 'visit', record)}
      onKept={(promise) =>
        void run(rpc.promises.keep({ id: promise }), { done: 'brief.promiseKept', undoable: true })
      }
    />
  );
}
