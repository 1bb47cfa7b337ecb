/** Remembers that two are not the same, with a way back beside the message. */
import { rpc } from '#renderer/lib/client.ts';
import { say } from '#renderer/lib/i18n.ts';
import { showNote } from '#renderer/lib/notes.tsx';
import { runCommand } from '#renderer/lib/run.ts';

export async function tellApart(one: string, other: string): Promise<boolean> {
  const told = await runCommand(rpc.duplicates.tellApart({ one, other, apart: true }));
  if (!told) return false;
  showNote(
    say('duplicates.toldApart'),
    () => void runCommand(rpc.duplicates.tellApart({ one, other, apart: false })),
  );
  return true;
}
