/** Changes this window over to the own base or to the demo one. */
import type { Language } from '#shared/i18n/index.ts';
import { rpc } from './client.ts';
import { ConnectionLost } from './connection.ts';
import { showTrouble } from './notes.tsx';
import { sentenceFor } from './problems.ts';

/** Nothing of one base may stay in the memory of a window that shows the other: the page begins anew. */
export async function openBase(kind: 'own' | 'demo', path = '/clients', language?: Language): Promise<void> {
  try {
    await rpc.settings.openProfile({ kind });
    // The other base has preferences of its own; the language spoken a moment ago goes with the reader.
    if (language) await rpc.settings.change({ language });
  } catch (error) {
    // The line may fall because the engine has changed over; the page that begins anew shows what is true.
    if (!(error instanceof ConnectionLost)) {
      showTrouble(sentenceFor(error));
      return;
    }
  }
  window.location.assign(path);
}
