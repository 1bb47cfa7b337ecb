/**
 * One field of an existing record, edited where it stands: kept as a draft while typed, committed on leaving the
 * field, Enter, or after 5 s without a key. What is not valid stays a draft with its sentence.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { rpc } from '#renderer/lib/client.ts';
import { createDraftKeeper } from '#renderer/lib/draft-keeper.ts';
import { useLive } from '#renderer/lib/live.ts';
import { showTrouble } from '#renderer/lib/notes.tsx';
import { fieldProblems, problemSentence, sentenceFor } from '#renderer/lib/problems.ts';
import type { Problem } from '#shared/contract/base.ts';
import { checkValue, fieldOf, sameValue, tidyValue } from './field-values.ts';

export const IDLE_COMMIT = 5000;
const FLASH = 1600;
/** Beside the value in its draft: what the engine refused it for, so that the sentence comes back with it. */
const REFUSED_FOR = '!refusedFor';

export interface CommitSubject {
  entity: string;
  field: string;
  /** Id of the record. */
  record: string;
  client?: string | null;
  /** The committed value. */
  value: unknown;
  /** Writes the value; the field shows the sentence when it fails. */
  onCommit(value: unknown): Promise<unknown>;
}

interface Typed {
  value: unknown;
  /** The committed value when typing began. */
  over: unknown;
}

export interface Committed {
  value: unknown;
  problem: string | undefined;
  state: 'calm' | 'typing' | 'saving' | 'saved';
  /** Another device or window has changed the value since typing began. */
  changedElsewhere: boolean;
  /** What is shown was typed in an earlier sitting and has not been committed. */
  restored: boolean;
  type(value: unknown): void;
  commit(value?: unknown): void;
  restore(): void;
}

/** The caller must be mounted anew for another record or field (a React `key`), or text would move between them. */
export function useCommitted(subject: CommitSubject): Committed {
  const { entity, field, record, value } = subject;
  const latest = useRef(subject);
  latest.current = subject;
  const key = `edit:${entity}:${record}:${field}`;
  const [typed, setTyped] = useState<Typed>();
  const [problem, setProblem] = useState<string>();
  const [state, setState] = useState<Committed['state']>('calm');
  const [restored, setRestored] = useState(false);
  const [sent, setSent] = useState<Typed>();
  const held = useRef<Typed>(undefined);
  const underWay = useRef<{ value: unknown }>(undefined);
  const idle = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keeper = useMemo(
    () =>
      createDraftKeeper<Record<string, unknown>>(
        {
          save: (values) =>
            rpc.drafts.save({ key, entity, record, client: latest.current.client ?? null, values }),
          discard: () => rpc.drafts.discard({ key }),
        },
        (error) => showTrouble(sentenceFor(error)),
      ),
    [key, entity, record],
  );

  const hold = useCallback((next: Typed | undefined) => {
    held.current = next;
    setTyped(next);
  }, []);

  const commit = useCallback(
    async (given?: unknown) => {
      clearTimeout(idle.current);
      const now = given === undefined ? held.current : { value: given, over: latest.current.value };
      if (!now) return;
      const checked = checkValue(fieldOf(entity, field), now.value);
      if (!checked.ok) {
        setProblem(problemSentence(checked.problem));
        keeper.flush();
        return;
      }
      setProblem(undefined);
      if (sameValue(checked.value, latest.current.value)) {
        hold(undefined);
        setState('calm');
        await keeper.discard();
        return;
      }
      // Leaving a field and leaving the screen come together: one commit, one undo step.
      if (underWay.current && sameValue(underWay.current.value, checked.value)) return;
      underWay.current = { value: checked.value };
      setState('saving');
      try {
        await latest.current.onCommit(checked.value);
        // What was typed meanwhile waits for its own commit.
        const typedOn = given === undefined && held.current !== undefined && held.current !== now;
        if (!typedOn) hold(undefined);
        setSent({ value: checked.value, over: latest.current.value });
        setState(typedOn ? 'typing' : 'saved');
        if (!typedOn) await keeper.discard();
      } catch (error) {
        hold(held.current ?? now);
        setState('typing');
        const own = fieldProblems(error).find((found) => found.field === field) ?? fieldProblems(error)[0];
        setProblem(own ? problemSentence(own.problem) : sentenceFor(error));
        keeper.keep({ [field]: held.current?.value ?? now.value, [REFUSED_FOR]: own?.problem });
      } finally {
        underWay.current = undefined;
      }
    },
    [entity, field, keeper, hold],
  );

  // A draft that an earlier sitting left behind is brought back with its sentence.
  const drafts = useLive('drafts', 'list', {});
  const brought = useRef<string>(undefined);
  useEffect(() => {
    // An answer still being refreshed may name drafts that are gone.
    if (!drafts.data || drafts.isFetching || brought.current === key) return;
    brought.current = key;
    const left = drafts.data.find((draft) => draft.key === key);
    if (!left || held.current || !(field in left.values)) return;
    if (sameValue(tidyValue(fieldOf(entity, field), left.values[field]), latest.current.value)) {
      // Committed at the last moment of that sitting; only the draft was not put away.
      void keeper.discard();
      return;
    }
    setRestored(true);
    hold({ value: left.values[field], over: latest.current.value });
    setState('typing');
    const checked = checkValue(fieldOf(entity, field), left.values[field]);
    const problem = checked.ok ? left.values[REFUSED_FOR] : checked.problem;
    if (typeof problem === 'string') setProblem(problemSentence(problem as Problem));
  }, [drafts.data, drafts.isFetching, key, entity, field, hold, keeper]);

  // Leaving the screen or closing the window commits what is valid and keeps the rest as a draft.
  useEffect(() => {
    const leave = () => {
      keeper.flush();
      void commit();
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
      clearTimeout(idle.current);
      held.current = undefined;
      setTyped(undefined);
      setProblem(undefined);
    };
  }, [keeper, commit]);

  useEffect(() => {
    if (state !== 'saved') return;
    const timer = setTimeout(() => {
      setState('calm');
      setSent(undefined);
    }, FLASH);
    return () => clearTimeout(timer);
  }, [state]);

  const shown = typed ?? (sent && sameValue(sent.over, value) ? sent : undefined);
  return {
    value: shown ? shown.value : value,
    problem,
    state,
    restored: restored && typed !== undefined,
    changedElsewhere: typed !== undefined && !sameValue(typed.over, value),
    type: (next) => {
      hold({ value: next, over: held.current?.over ?? latest.current.value });
      setState('typing');
      setProblem(undefined);
      keeper.keep({ [field]: next });
      clearTimeout(idle.current);
      idle.current = setTimeout(() => void commit(), IDLE_COMMIT);
    },
    commit: (given) => void commit(given),
    restore: () => {
      clearTimeout(idle.current);
      hold(undefined);
      setProblem(undefined);
      setState('calm');
      void keeper.discard();
    },
  };
}
