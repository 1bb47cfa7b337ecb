/** What the program was started for, from its arguments: the command line, or the window of a profile. */
import { parseArgs } from 'node:util';

export type StartOptions =
  | { for: 'commandLine'; words: string[] }
  | {
      for: 'window';
      profile: string | undefined;
      /** Started with the system: waits in the tray until it is asked for. */
      hidden: boolean;
    };

/** The words that a person gave. A packaged program has no script before them. */
export function givenWords(argv: readonly string[], packaged: boolean): string[] {
  return argv.slice(packaged ? 1 : 2);
}

/** After `--cli` everything belongs to the command line. Switches of Chromium are none of ours and passed over. */
export function readStartOptions(words: readonly string[]): StartOptions {
  const cli = words.indexOf('--cli');
  if (cli >= 0) return { for: 'commandLine', words: words.slice(cli + 1) };
  const { values } = parseArgs({
    args: [...words],
    options: { profile: { type: 'string' }, hidden: { type: 'boolean' } },
    allowPositionals: true,
    strict: false,
  });
  const { profile, hidden } = values;
  return {
    for: 'window',
    profile: typeof profile === 'string' && profile !== '' ? profile : undefined,
    hidden: hidden === true,
  };
}
