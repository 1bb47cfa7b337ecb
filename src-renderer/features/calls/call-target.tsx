/** Whom one is calling: everything that one wants to see while it rings, and the five results. */
import { Button } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId, rpc } from '#renderer/lib/client.ts';
import { useDraft } from '#renderer/lib/draft.ts';
import { deviceZone } from '#renderer/lib/format.ts';
import { useLive } from '#renderer/lib/live.ts';
import { runCommand } from '#renderer/lib/run.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { CallPage } from '#shared/contract/calls.ts';
import type { AskedTime } from './appointment-form.tsx';
import { type CallDraft, emptyDraft, type Outcome } from './call-draft.ts';
import { CallFacts } from './call-facts.tsx';
import { CallHead } from './call-head.tsx';
import { CallResults } from './call-results.tsx';
import { CallScript } from './call-script.tsx';
import { resultName, thisMinute } from './call-words.ts';
import classes from './call-target.module.css';
import { Standing } from './standing.tsx';
import { useMoment } from './use-moment.ts';

interface CallTargetProps {
  id: string;
  /** Goes on to the next one; null: to whoever comes first. */
  onNext(target: string | null): void;
  conflicts(time: AskedTime): ReactNode;
}

export function CallTarget({ id, onNext, conflicts }: CallTargetProps) {
  const { t } = useTranslation();
  const page = useLive('calls', 'target', { id, now: thisMinute() }, { keepPrevious: true });
  if (page.error && 'code' in page.error && page.error.code === 'NOT_FOUND') {
    return (
      <EmptyState
        icon={<IconUserOff size={32} />}
        title={t('calls.goneTarget')}
        text={t('calls.goneTargetText')}
        action={<Button onClick={() => onNext(null)}>{t('calls.skip')}</Button>}
      />
    );
  }
  if (page.error) return <Sentence error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return <Loading size="sm" m="md" />;
  // After each attempt, and after each one that is taken back, there is a new call to be made.
  return <Calling key={page.data.attempts.length} page={page.data} onNext={onNext} conflicts={conflicts} />;
}

interface CallingProps extends Omit<CallTargetProps, 'id'> {
  page: CallPage;
}

function Calling({ page, onNext, conflicts }: CallingProps) {
  const { t } = useTranslation();
  const moment = useMoment();
  const { target, list, client, person } = page;
  const [record] = useState(() => newId());
  const [empty] = useState(() => emptyDraft(page, Date.now()));
  const draft = useDraft<CallDraft>(
    `call:${list.id}:${target.id}`,
    { entity: 'callTarget', record, client: client.id },
    empty,
  );
  const [busy, setBusy] = useState(false);
  if (!draft.ready) return null;

  async function made(outcome: Outcome) {
    if (busy) return;
    setBusy(true);
    const { note } = draft.values;
    const said = {
      id: draft.record,
      target: target.id,
      zone: deviceZone(),
      contact: person?.id ?? null,
      summary: note.trim() || null,
    };
    const again = 'nextAttemptAt' in outcome ? outcome.nextAttemptAt : null;
    const written = await runCommand(rpc.calls.attempt({ ...said, ...outcome }), {
      done: again === null ? 'calls.made' : 'calls.madeAgain',
      params: {
        client: client.name,
        result: resultName(outcome.result),
        when: again === null ? '' : moment(again),
      },
      undoable: true,
    });
    setBusy(false);
    if (!written) return;
    await draft.discard();
    onNext(page.next);
  }

  const isOpen = list.closedAt === null;
  return (
    <div className={classes.target} role="group" aria-label={t('calls.calling', { client: client.name })}>
      <CallHead page={page} onSkip={isOpen && page.next ? () => onNext(page.next) : undefined} />
      <Standing page={page} />
      {isOpen && target.state === 'waiting' && (
        <CallResults
          page={page}
          draft={draft}
          empty={empty}
          busy={busy}
          onMade={(one) => void made(one)}
          conflicts={conflicts}
        />
      )}
      <div className={classes.below}>
        <CallScript page={page} />
        <CallFacts page={page} />
      </div>
    </div>
  );
}
