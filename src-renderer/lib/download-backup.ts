/** A backup taken along: streamed from the engine and handed to the browser as a download. */
import { rpc } from '#renderer/lib/client.ts';
import { showTrouble } from '#renderer/lib/notes.tsx';
import { sentenceFor } from '#renderer/lib/run.ts';
import { saveFile } from '#renderer/lib/save-file.ts';

export async function downloadBackup(id: string): Promise<void> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  try {
    for await (const event of await rpc.backups.download({ id })) {
      if (event.type === 'done') return saveFile(new Blob(pieces), event.name);
      pieces.push(Uint8Array.from(atob(event.chunk), (character) => character.charCodeAt(0)));
    }
  } catch (error) {
    showTrouble(sentenceFor(error));
  }
}
