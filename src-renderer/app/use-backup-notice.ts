/** A backup that fails while nobody looks is said outside the window, once; inside it the settings tell more. */
import { useEffect, useRef } from 'react';
import { desktop, noticeOutside } from '#renderer/lib/desktop.ts';
import { useLive } from '#renderer/lib/live.ts';

export function useBackupNotice(): void {
  const state = useLive('backups', 'state', {}, { enabled: desktop !== undefined }).data;
  const before = useRef(state);
  useEffect(() => {
    // What had failed before the window was opened is no news.
    if (before.current && !before.current.problem && state?.problem) noticeOutside('backupFailed');
    before.current = state;
  }, [state]);
}
