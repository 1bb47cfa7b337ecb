/** Exchanges at once because a person asked for it, and says how it went. */
import { rpc } from '#renderer/lib/client.ts';
import { say } from '#renderer/lib/i18n.ts';
import { showNote, showTrouble } from '#renderer/lib/notes.tsx';
import { sentenceFor } from '#renderer/lib/problems.ts';

export async function exchangeNow(): Promise<void> {
  try {
    const { sent, received, trouble } = await rpc.sync.now({});
    if (trouble) showTrouble(say(`sync.trouble.${trouble}`));
    else if (sent + received === 0) showNote(say('sync.state.doneNothing'));
    else showNote(say('sync.state.done', { sent, received }));
  } catch (error) {
    showTrouble(sentenceFor(error));
  }
}
