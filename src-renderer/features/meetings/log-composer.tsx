/** An entry being written or corrected: the draft, its form, and the one command that writes it. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId, rpc } from '#renderer/lib/client.ts';
import { useDraft } from '#renderer/lib/draft.ts';
import { deviceZone } from '#renderer/lib/format.ts';
import { useRun } from '#renderer/lib/run.ts';
import { stopAtUnusable } from '#renderer/ui/day-input.tsx';
import type { TimelineEntry } from '#shared/contract/meetings.ts';
import { composerKeys, type HeardLine } from './composer-keys.ts';
import type { PersonChoice } from './composer-people.tsx';
import { type ComposerKind, ComposerKinds } from './composer-kinds.tsx';
import { beginLog, beginObjection, type LogFocus } from './composer-store.ts';
import { emptyObjection, emptyPromise, type LogDraft } from './log-draft.ts';
import { LogForm } from './log-form.tsx';
import {
  attachmentsOfLog,
  isEmptyLog,
  nameOfLog,
  objectionsOfLog,
  promisesOfLog,
  tripOfLog,
  valuesOfLog,
} from './log-values.ts';

interface LogComposerProps {
  client: string;
  people: PersonChoice[];
  /** Names of chosen people who have no place at the client. */
  others?: PersonChoice[];
  town: string | null;
  /** Names what is being typed; the same key continues what was begun. */
  draftKey: string;
  initial: LogDraft;
  heading?: ReactNode;
  /** The entry that is being corrected. */
  corrects?: TimelineEntry;
  open: boolean;
  /** Kind asked for by a key; it changes the draft without touching what was typed. */
  kind: LogDraft['kind'] | null;
  /** Grows with each ask; the focus then goes where it says. */
  turn: number;
  focus: LogFocus | null;
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
    props.draftKey,
    { entity: 'interaction', record: id, client },
    props.initial,
  );
  const summaryRef = useRef<HTMLTextAreaElement>(null);
  const objectionRef = useRef<HTMLTextAreaElement>(null);
  const promiseRef = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [attaching, setAttaching] = useState(false);
  /** Asked for while something was still on its way. */
  const [asked, setAsked] = useState(false);
  const { ready, restored, set } = draft;

  useEffect(() => {
    if (ready && restored) onRestored?.();
  }, [ready, restored, onRestored]);

  // A line that was added for the next objection or promise takes the focus once it is there.
  const [wanted, setWanted] = useState<HeardLine | null>(null);
  useEffect(() => {
    if (!wanted) return;
    (wanted === 'objection' ? objectionRef : promiseRef).current?.focus();
    setWanted(null);
  }, [wanted]);

  const commitNow = useRef(commit);
  commitNow.current = commit;
  useEffect(() => {
    if (!asked || attaching) return;
    setAsked(false);
    void commitNow.current();
  }, [asked, attaching]);

  // An ask counts once, by its turn.
  const answered = useRef(0);
  useEffect(() => {
    if (!ready || answered.current === turn) return;
    answered.current = turn;
    if (turn === 0) return;
    if (kind) set('kind', kind);
    const lines = { summary: summaryRef, objection: objectionRef, promise: promiseRef };
    if (focus) lines[focus].current?.focus();
  }, [ready, turn, kind, focus, set]);

  if (!ready) return <ComposerKinds chosen={null} withObjection={!corrects} onChoose={() => {}} />;

  function choose(chosen: ComposerKind) {
    if (chosen === 'objection') beginObjection(client);
    else if (open) set('kind', chosen);
    else beginLog(client, chosen);
  }

  function goTo(line: HeardLine) {
    const { objections, promises } = draft.values;
    if (line === 'objection' && objections.at(-1)?.text.trim())
      draft.set('objections', [...objections, emptyObjection(newId())]);
    if (line === 'promise' && promises.at(-1)?.text.trim())
      draft.set('promises', [...promises, emptyPromise(newId())]);
    setWanted(line);
  }

  async function commit() {
    if (busy) return;
    if (attaching) {
      setAsked(true);
      setProblem(t('meetings.stillAttaching'));
      return;
    }
    if (stopAtUnusable(form.current)) return;
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
        : log(values),
      {
        done: corrects ? 'meetings.corrected' : 'meetings.written',
        params: { text: nameOfLog(draft.values) },
        undoable: true,
      },
    );
    setBusy(false);
    if (!written) return;
    await draft.discard(corrects ? undefined : newId());
    props.onWritten();
  }

  async function log(values: ReturnType<typeof valuesOfLog>) {
    const attachments = attachmentsOfLog(draft.values);
    // A memo that was cut off has its bytes up to the last second, and nobody who said that they are all.
    for (const { id: sent, duration } of attachments)
      if (duration === null) await rpc.attachments.finish({ id: sent });
    return rpc.meetings.log({
      id: draft.record,
      values,
      objections: objectionsOfLog(draft.values),
      promises: promisesOfLog(draft.values),
      trip: tripOfLog(draft.values, t('trips.purposeOfVisit')),
      attachments,
    });
  }

  return (
    <div ref={form} onKeyDown={composerKeys(() => void commit(), props.onLeave, corrects ? undefined : goTo)}>
      <ComposerKinds chosen={open ? draft.values.kind : null} withObjection={!corrects} onChoose={choose} />
      {open && (
        <LogForm
          client={client}
          people={props.people}
          others={props.others ?? []}
          town={props.town}
          heading={props.heading}
          values={draft.values}
          onChange={(patch) => {
            if (!('attachments' in patch)) setAsked(false);
            setProblem(null);
            draft.setAll(patch);
          }}
          summaryRef={summaryRef}
          objectionRef={objectionRef}
          promiseRef={promiseRef}
          withHeard={!corrects}
          restored={restored}
          problem={problem}
          busy={busy}
          onBusy={setAttaching}
          onCommit={() => void commit()}
          onLeave={props.onLeave}
          onDiscard={() => {
            for (const { id: sent } of draft.values.attachments)
              rpc.attachments.discard({ id: sent }).catch(() => {});
            void draft.discard();
            props.onWritten();
          }}
        />
      )}
    </div>
  );
}
