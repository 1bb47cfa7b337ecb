/** What can be done by typing its name into the search: the commands offered now, those given lately first. */
import { z } from 'zod';
import { offeredCommands } from '#renderer/lib/commands.ts';
import { say } from '#renderer/lib/i18n.ts';
import { COMMANDS, type CommandId, type CommandWords } from '#shared/desktop/commands.ts';
import { fold } from '#shared/domain/text/fold.ts';

export interface Command {
  id: CommandId;
  label: string;
  /** Keys that do the same. */
  keys?: string | undefined;
  run(): void;
}

const KEY = 'vizitka.commands';
const MOST_RECENT = 6;
const recentIds = z.array(z.string()).max(50).catch([]);

/** Commands with every searched word at the beginning of one of their words. */
export function matchingCommands<C extends { label: string }>(commands: readonly C[], text: string): C[] {
  const words = fold(text).split(' ').filter(Boolean);
  return commands.filter(({ label }) => {
    const parts = fold(label).split(/[\s:,]+/);
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  });
}

/** Those given lately first, the last one foremost; the others keep their order. */
export function byRecency<C extends { id: string }>(commands: readonly C[], recent: readonly string[]): C[] {
  const rank = (id: string) => (recent.includes(id) ? recent.indexOf(id) : recent.length);
  return commands.toSorted((a, b) => rank(a.id) - rank(b.id));
}

export function commandsNow(): Command[] {
  const commands = offeredCommands().map(({ id, run }): Command => {
    const { label, keys }: CommandWords = COMMANDS[id];
    return {
      id,
      label: say(label),
      keys,
      run: () => {
        remember(id);
        run();
      },
    };
  });
  // The search is open already.
  return byRecency(commands, recent()).filter(({ id }) => id !== 'search');
}

function recent(): string[] {
  try {
    return recentIds.parse(JSON.parse(localStorage.getItem(KEY) ?? '[]'));
  } catch {
    return [];
  }
}

function remember(id: CommandId): void {
  const ids = [id, ...recent().filter((other) => other !== id)].slice(0, MOST_RECENT);
  localStorage.setItem(KEY, JSON.stringify(ids));
}
