/**
 * The composer above the timeline: a visit, call, letter, note or an objection alone, begun with one key or button.
 * What is typed stays as a draft of this client until it is written or thrown away.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PersonChoice } from './composer-people.tsx';
import { beginLog, useComposer } from './composer-store.ts';
import classes from './composer.module.css';
import { LogComposer } from './log-composer.tsx';
import { emptyLog, logOf } from './log-draft.ts';
import { MeetingRecord } from './meeting-record.tsx';
import { ObjectionComposer } from './objection-composer.tsx';

export interface MeetingComposerProps {
  client: string;
  /** People who have a place at the client now. */
  people: PersonChoice[];
  /** The client's town. */
  town: string | null;
}

/** How many composers of a client are on the screen. */
const shown = new Map<string, number>();

export function MeetingComposer({ client, people, town }: MeetingComposerProps) {
  const { client: asked, ask, turn, request, close } = useComposer();
  const mine = asked === client ? ask : null;
  // A written entry makes room for a new one with a new id.
  const [round, setRound] = useState(0);
  const box = useRef<HTMLElement>(null);

  const leave = useCallback(() => {
    close();
    box.current?.focus();
  }, [close]);
  const written = useCallback(() => {
    leave();
    setRound((before) => before + 1);
  }, [leave]);
  // A long form leaves the desk scrolled far past what was just written.
  useEffect(() => {
    if (round > 0) box.current?.scrollIntoView({ block: 'nearest' });
  }, [round]);
  const onRestored = useCallback(() => {
    const { client: at, ask: now } = useComposer.getState();
    if (at !== client || !now) request(client, { what: 'log', kind: null, focus: null });
  }, [client, request]);

  // Whoever leaves the client closes its composer; what was typed waits as a draft.
  useEffect(() => {
    shown.set(client, (shown.get(client) ?? 0) + 1);
    return () => {
      shown.set(client, (shown.get(client) ?? 1) - 1);
      // A desk that finds room for another column draws its composer anew in the same breath.
      queueMicrotask(() => {
        if (shown.get(client) === 0 && useComposer.getState().client === client) close();
      });
    };
  }, [client, close]);

  const log = mine?.what === 'log' ? mine : null;
  const shared = { client, people, onWritten: written, onLeave: leave };
  const asking = { kind: log?.kind ?? null, focus: log?.focus ?? null, turn: log ? turn : 0 };

  return (
    <section
      ref={box}
      tabIndex={-1}
      className={`${classes.composer} ${mine ? classes.open : ''}`}
      data-testid="composer"
    >
      {mine?.what === 'objection' ? (
        <ObjectionComposer
          key={`objection-${round}`}
          {...shared}
          turn={turn}
          onKind={(kind) => kind !== 'objection' && beginLog(client, kind)}
        />
      ) : mine?.what === 'correct' ? (
        <LogComposer
          key={`correct-${mine.entry.interaction.id}-${round}`}
          {...shared}
          town={town}
          draftKey={`correction:${mine.entry.interaction.id}`}
          initial={logOf(mine.entry)}
          corrects={mine.entry}
          others={mine.entry.people.map((person) => ({ ...person, detail: null }))}
          open
          kind={null}
          focus="summary"
          turn={turn}
        />
      ) : log?.meeting ? (
        <MeetingRecord
          key={`meeting-${log.meeting}-${round}`}
          {...shared}
          {...asking}
          town={town}
          meeting={log.meeting}
        />
      ) : (
        <LogComposer
          key={`log-${client}-${round}`}
          {...shared}
          {...asking}
          town={town}
          draftKey={`interaction:${client}`}
          initial={emptyLog('visit')}
          open={log !== null}
          onRestored={onRestored}
        />
      )}
    </section>
  );
}
