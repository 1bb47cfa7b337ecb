/** Takes a whole import back and says in a sentence what went and what stayed. */
import { rpc } from '#renderer/lib/client.ts';
import { say } from '#renderer/lib/i18n.ts';
import { sentenceFor } from '#renderer/lib/run.ts';

const NAMED = 5;

export interface TakenBack {
  done: boolean;
  sentence: string;
}

export async function takeImportBack(action: string): Promise<TakenBack> {
  try {
    const { undone, kept, keptTotal } = await rpc.undo.apply({ action });
    const sentences = [say('exchange.home.takenBack', { count: undone })];
    if (keptTotal > 0) {
      const names = kept.slice(0, NAMED).map((entry) => entry.title);
      const list = keptTotal > names.length ? [...names, '…'] : names;
      sentences.push(say('exchange.home.kept', { count: keptTotal, names: list.join(', ') }));
    }
    return { done: true, sentence: sentences.join(' ') };
  } catch (error) {
    return { done: false, sentence: sentenceFor(error) };
  }
}
