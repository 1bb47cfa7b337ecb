/** The times of an existing meeting, edited where they stand: kept as typed, written when the focus leaves them. */
import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { useDraft } from '#renderer/lib/draft.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { fieldProblems, problemSentence, sentenceFor } from '#renderer/lib/problems.ts';
import { useRun } from '#renderer/lib/run.ts';
import type { MeetingPage } from '#shared/contract/meeting-plans.ts';
import { timeProblems } from '#shared/domain/meetings/meeting-times.ts';
import { ConflictsOf } from './meeting-conflicts.tsx';
import { MeetingWhen, type Times } from '#renderer/pickers/meeting-when.tsx';

interface TypedTimes extends Times {
  /** The committed times when typing began. */
  over: Times | null;
}

export function MeetingWhenField({ meeting }: { meeting: MeetingPage['meeting'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const run = useRun();
  const { id, client, startsAt, endsAt, zone } = meeting;
  const draft = useDraft<TypedTimes>(
    `edit:meeting:${id}:when`,
    { entity: 'meeting', record: id, client },
    { startsAt, endsAt, over: null },
  );
  const [problem, setProblem] = useState<string>();
  const { over } = draft.values;
  const typed = draft.dirty && over !== null;
  const times = typed ? draft.values : { startsAt, endsAt };
  const elsewhere = typed && (over.startsAt !== startsAt || over.endsAt !== endsAt);

  async function commit() {
    if (!typed) return;
    const [found] = timeProblems(times);
    if (found) {
      setProblem(problemSentence(found.problem));
      return;
    }
    if (times.startsAt === startsAt && times.endsAt === endsAt) {
      await draft.discard();
      return;
    }
    const values = { startsAt: times.startsAt, endsAt: times.endsAt };
    const edited = rpc.meetingPlans.edit({ id, values });
    try {
      await edited;
    } catch (error) {
      const [refused] = fieldProblems(error);
      setProblem(refused ? problemSentence(refused.problem) : sentenceFor(error));
      return;
    }
    void run(edited, {
      done: 'meetingPlans.moved',
      params: { when: format.instant(times.startsAt) },
      undoable: true,
    });
    await draft.discard();
  }

  // Leaving the screen writes what is valid; the rest waits as a draft.
  const leave = useRef(commit);
  leave.current = commit;
  useEffect(() => () => void leave.current(), []);

  if (!draft.ready) return null;
  return (
    <div
      role="group"
      aria-label={t('meetingPlans.when')}
      onBlur={(event: FocusEvent<HTMLDivElement>) => {
        // The calendar stands outside the group, but belongs to it.
        const next = event.relatedTarget;
        const within = next && (event.currentTarget.contains(next) || next.closest('[data-dates-dropdown]'));
        if (!within) void commit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void commit();
        if (event.key === 'Escape' && typed) {
          event.stopPropagation();
          setProblem(undefined);
          void draft.discard();
        }
      }}
    >
      <MeetingWhen
        times={times}
        zone={zone}
        error={problem}
        description={hint()}
        onChange={(next) => {
          setProblem(undefined);
          draft.setAll({ ...next, over: over ?? { startsAt, endsAt } });
        }}
      />
      {typed && (
        <ConflictsOf
          time={{ ...times, travelMinutes: meeting.travelMinutes, place: meeting.place, ours: meeting.ours }}
          except={id}
        />
      )}
    </div>
  );

  function hint(): string | undefined {
    if (elsewhere) return t('common.changedElsewhere', { value: format.span(startsAt, endsAt, zone) });
    return draft.restored ? t('common.draftRestored') : undefined;
  }
}
