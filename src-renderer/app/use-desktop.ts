/** What the desktop tells every screen, open base or shut: a crashed engine, and drafts that must leave now. */
import { useEffect } from 'react';
import { create } from 'zustand';
import { callsAnswered } from '#renderer/lib/connection.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { say } from '#renderer/lib/i18n.ts';
import { showNote } from '#renderer/lib/notes.tsx';

/** Whether the engine keeps crashing and was given up. */
export const useEngineEnded = create<{ ended: boolean }>(() => ({ ended: false }));

export function useDesktop(): void {
  useEffect(() => {
    if (!desktop) return;
    const { onEngine, onFlush, flushed } = desktop;
    const stops = [
      onEngine((event) => {
        if (event === 'restarted') showNote(say('inDesktop.restarted'));
        if (event === 'ended') useEngineEnded.setState({ ended: true });
      }),
      onFlush(() => void sendDrafts().then(flushed)),
    ];
    return () => stops.forEach((stop) => stop());
  }, []);
}

/**
 * A page that the program closes hears nothing of it, so it is told the way a browser tells: screens that would
 * rather stay say so, and everything typed is sent. True when a screen would rather stay.
 */
async function sendDrafts(): Promise<boolean> {
  const leaving = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(leaving);
  window.dispatchEvent(new Event('pagehide'));
  await callsAnswered();
  return leaving.defaultPrevented;
}
