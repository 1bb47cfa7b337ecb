/** "Späť": takes one action back, or the last one, and names what has changed since and was therefore kept. */
import { rpc } from './client.ts';
import { say } from './i18n.ts';
import { showNote, showTrouble } from './notes.tsx';
import { sentenceFor } from './problems.ts';

export async function takeBack(action: string): Promise<void> {
  try {
    const result = await rpc.undo.apply({ action });
    if (result.keptTotal > 0) {
      const names = result.kept.map((kept) => kept.title).join(', ');
      showNote(say('app.undoKept', { count: result.keptTotal, names }));
      return;
    }
    showNote(say('app.undone'));
  } catch (error) {
    showTrouble(sentenceFor(error));
  }
}

/** Takes back the newest action that stands. */
export async function takeBackLast(): Promise<void> {
  try {
    const recent = await rpc.undo.recent({ limit: 20 });
    const last = recent.find((entry) => !entry.undone);
    if (!last) {
      showNote(say('app.undoNothing'));
      return;
    }
    await takeBack(last.action);
  } catch (error) {
    showTrouble(sentenceFor(error));
  }
}
