/** An entry being written or corrected: the draft, its form, and the one command that writes it. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId, rpc } from '#renderer/lib/client.ts';
import { useDraft } from '#renderer/lib/draft.ts';
import { useRun } from '#renderer/lib/run.ts';
import type { TimelineEntry } from '#shared/contract/meetings.ts';
import { composerKeys } from './composer-keys.ts';
import type { PersonChoice } from './composer-people.tsx';
import { type ComposerKind, ComposerKinds } from './composer-kinds.tsx';
import { beginLog, beginObjection } from './composer-store.ts';
import {
  deviceZone,
  emptyLog,
  isEmptyLog,
  type LogDraft,
  logOf,
  nameOfLog,
  objectionsOfLog,
  valuesOfLog,
} from './log-draft.ts';
import { LogForm } from './log-form.tsx';

interface LogComposerProps {
  client: string;
  people: PersonChoice[];
  /** The entry that is being corrected. */
  corrects?: TimelineEntry;
  open: boolean;
  /** Kind asked for by a key; it changes the draft without touching what was typed. */
  kind: LogDraft['kind'] | null;
  /** Grows with each ask; the focus then goes to the summary or to the objection. */
  turn: number;
  focus: 'summary' | 'objection' | null;
  /** What was typed earlier has been found: the composer opens with it. */
  onRestored?(): void;
  onWritten(): void;
  onLeave(): void;
}

export function LogComposer(props: LogComposerProps) {
  const { client, corrects, open, kind, turn, focus, onRestored } = props;
  const { t } = useTranslation();
  const run = useRun();
  const [id] = useState(() => newId());
  const draft = useDraft<LogDraft>(
    corrects ? `correction:${corrects.interaction.id}` : `interaction:${client}`,
    { entity: 'interaction', record: id, client },
    corrects ? logOf(corrects) : emptyLog('visit'),
  );
  const summaryRef = useRef<HTMLTextAreaElement>(null);
  const objectionRef = useRef<HTMLTextAreaElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { ready, restored, set } = draft;

  useEffect(() => {
    if (ready && restored) onRestored?.();
  }, [ready, restored, onRestored]);

  // An ask counts once, by its turn.
  const answered = useRef(0);
  useEffect(() => {
    if (!ready || answered.current === turn) return;
    answered.current = turn;
    if (turn === 0) return;
    if (kind) set('kind', kind);
    if (focus) (focus === 'objection' ? objectionRef : summaryRef).current?.focus();
  }, [ready, turn, kind, focus, set]);

  if (!ready) return <ComposerKinds chosen={null} withObjection={!corrects} onChoose={() => {}} />;

  function choose(chosen: ComposerKind) {
    if (chosen === 'objection') beginObjection(client);
    else if (open) set('kind', chosen);
    else beginLog(client, chosen);
  }

  async function commit() {
    if (busy) return;
    if (isEmptyLog(draft.values)) {
      setProblem(t('meetings.sayWhat'));
      summaryRef.current?.focus();
      return;
    }
    setBusy(true);
    const values = valuesOfLog(draft.values, client, Date.now(), deviceZone());
    const written = await run(
      corrects
        ? rpc.meetings.correct({ id: draft.record, corrects: corrects.interaction.id, values })
        : rpc.meetings.log({ id: draft.record, values, objections: objectionsOfLog(draft.values) }),
      {
        done: corrects ? 'meetings.corrected' : 'meetings.written',
        params: { text: nameOfLog(draft.values) },
        undoable: true,
      },
    );
    setBusy(false);
    if (!written) return;
    await draft.discard();
    props.onWritten();
  }

  return (
    <div onKeyDown={composerKeys(() => void commit(), props.onLeave)}>
      <ComposerKinds chosen={open ? draft.values.kind : null} withObjection={!corrects} onChoose={choose} />
      {open && (
        <LogForm
          client={client}
          people={props.people}
          others={(corrects?.people ?? []).map((person) => ({ ...person, detail: null }))}
          values={draft.values}
          onChange={(patch) => {
            setProblem(null);
            draft.setAll(patch);
          }}
          summaryRef={summaryRef}
          objectionRef={objectionRef}
          withObjections={!corrects}
          restored={restored}
          problem={problem}
          busy={busy}
          onCommit={() => void commit()}
          onLeave={props.onLeave}
          onDiscard={() => {
            void draft.discard();
            props.onWritten();
          }}
        />
      )}
    </div>
  );
}
