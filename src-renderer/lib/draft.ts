/** A form whose every keystroke survives a crash. One that is left unfinished is offered again when it opens. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { rpc } from './client.ts';
import { createDraftKeeper } from './draft-keeper.ts';
import { showTrouble } from './notes.tsx';
import { sentenceFor } from './problems.ts';

export interface DraftSubject {
  entity: string;
  /** The existing record, or the id that the new one will have. */
  record: string;
  client?: string | null;
}

export interface Draft<V> {
  values: V;
  /** The id under which the draft was begun: for a new record use this one, so that a retry adds nothing twice. */
  record: string;
  set<K extends keyof V>(field: K, value: V[K]): void;
  setAll(patch: Partial<V>): void;
  /**
   * Forgets what was typed: after a commit, or when the user gives it up. After a commit of a new record `next` is the id
   * of the one that is begun now: under the old one it would be taken for a repetition, and nothing would be written.
   */
  discard(next?: string): Promise<void>;
  /** What was typed earlier has been brought back. */
  restored: boolean;
  /** The draft has been looked up; until then show nothing that can be typed into. */
  ready: boolean;
  /** Something has been typed and not committed. */
  dirty: boolean;
}

type DraftToSave = Parameters<typeof rpc.drafts.save>[0];

export function useDraft<V extends object>(key: string, subject: DraftSubject, initial: V): Draft<V> {
  const [state, setState] = useState({
    key,
    values: initial,
    record: subject.record,
    restored: false,
    ready: false,
    dirty: false,
  });
  const start = useRef({ subject, initial });
  start.current = { subject, initial };
  const latest = useRef(state);
  latest.current = state;

  const keeper = useMemo(
    () =>
      createDraftKeeper<DraftToSave>(
        { save: (draft) => rpc.drafts.save(draft), discard: () => rpc.drafts.discard({ key }) },
        (error) => showTrouble(sentenceFor(error)),
      ),
    [key],
  );

  useEffect(() => {
    let gone = false;
    const { subject: about, initial: empty } = start.current;
    const begin = (values: V, record: string, restored: boolean) => {
      if (!gone) setState({ key, values, record, restored, ready: true, dirty: restored });
    };
    rpc.drafts
      .get({ key })
      .then((kept) => {
        if (kept) begin({ ...empty, ...(kept.values as V) }, kept.record, true);
        else begin(empty, about.record, false);
      })
      .catch(() => begin(empty, about.record, false));
    const flush = () => keeper.flush();
    window.addEventListener('pagehide', flush);
    return () => {
      gone = true;
      window.removeEventListener('pagehide', flush);
      keeper.flush();
    };
  }, [key, keeper]);

  const setAll = useCallback(
    (patch: Partial<V>) => {
      const next = { ...latest.current, values: { ...latest.current.values, ...patch }, dirty: true };
      latest.current = next;
      setState(next);
      const { entity, client } = start.current.subject;
      const values = next.values as Record<string, unknown>;
      keeper.keep({ key, entity, record: next.record, client: client ?? null, values });
    },
    [key, keeper],
  );
  const set = useCallback(
    <K extends keyof V>(field: K, value: V[K]) => setAll({ [field]: value } as unknown as Partial<V>),
    [setAll],
  );
  const discard = useCallback(
    async (next?: string) => {
      const { subject: about, initial: empty } = start.current;
      const record = next ?? about.record;
      const begun = { key, values: empty, record, restored: false, ready: true, dirty: false };
      latest.current = begun;
      setState(begun);
      await keeper.discard();
    },
    [key, keeper],
  );

  const current = state.key === key;
  return {
    values: state.values,
    record: state.record,
    set,
    setAll,
    discard,
    restored: state.restored && current,
    ready: state.ready && current,
    dirty: state.dirty && current,
  };
}
