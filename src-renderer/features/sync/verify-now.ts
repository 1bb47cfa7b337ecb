/** Compares this device with the server because a person asked for it, and says what came of it. */
import { rpc } from '#renderer/lib/client.ts';
import { say } from '#renderer/lib/i18n.ts';
import { showNote, showTrouble } from '#renderer/lib/notes.tsx';
import { sentenceFor } from '#renderer/lib/problems.ts';

export async function verifyNow(): Promise<void> {
  try {
    const { equal, fetched, trouble } = await rpc.sync.verify({});
    if (trouble) showTrouble(say(`sync.trouble.${trouble}`));
    else if (equal) showNote(say('sync.verify.equal'));
    else showNote(say('sync.verify.fetched', { count: fetched, number: fetched }));
  } catch (error) {
    showTrouble(sentenceFor(error));
  }
}
