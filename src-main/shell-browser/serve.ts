/**
 * The browser shell from start to end: engine, server, local socket, browser; then the signals. When a window
 * already holds the profile, that one is asked for one more address.
 */
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { openLocalSocket } from '../engine/local-socket.ts';
import { newBaseDefaults, systemLanguage } from '../engine/locale.ts';
import { askForWindow, isHeld } from '../engine/reach.ts';
import { startEngineThread } from '../engine/thread.ts';
import { refusalSentence } from '../engine/refusal-sentence.ts';
import { shellWords } from '#shared/i18n/shell-words.ts';
import { openBrowser } from './open-browser.ts';
import { startServer } from './server.ts';
import { readStaticFiles } from '../shell-window/static-files.ts';

export interface ServeOptions {
  profile?: string | undefined;
  /** 0 lets the system choose. */
  port: number;
  openBrowser: boolean;
  json: boolean;
  /** Folder of the built window. */
  window?: string;
}

const builtWindow = fileURLToPath(new URL('../../out/renderer', import.meta.url));

/** Resolves with the exit code when the shell has ended: 0 after a signal, 1 when it was refused. */
export async function serve(options: ServeOptions): Promise<number> {
  const language = systemLanguage();
  const say = shellWords(language);
  const complain = (sentence: string) => process.stderr.write(`${sentence}\n`);
  const announce = (address: string) => {
    process.stdout.write(options.json ? `${JSON.stringify({ address })}\n` : `Vizitka: ${address}\n`);
    if (options.openBrowser) openBrowser(address);
  };

  const { window = builtWindow } = options;
  const files = readStaticFiles(window);
  if (!files) {
    complain(say('notBuilt', { folder: path.relative(process.cwd(), window) }));
    return 1;
  }
  try {
    const engine = await startEngineThread({
      profile: options.profile,
      shell: 'browser',
      defaults: newBaseDefaults(),
      onRestart: (trace) => complain(`${say('restarted')}\n${trace}`),
    });
    const { keyTightened, risk, shut } = engine.opened;
    if (keyTightened) complain(say('keyTightened'));
    if (shut) complain(`${say(`refused.${shut.reason}`, shut.details)} ${say('window')}`);
    if (risk) complain(say(`risk.${risk}`, { folder: engine.opened.folder }));

    const server = await startServer({
      port: options.port,
      files,
      words: { lang: language, openAgain: say('openAgain'), used: say('tokenUsed') },
      connect: () => engine.connect('window'),
    }).catch(async (error: unknown) => {
      await engine.close();
      throw error;
    });
    const door = await openLocalSocket({
      folder: engine.opened.folder,
      connect: () => engine.connect('script'),
      onReopened: engine.onReopened,
      askForWindow: () => server.newAddress(),
    });
    const stopped = signalled();
    announce(server.newAddress());
    if (!options.json) complain(say('howToEnd'));

    const failure = await Promise.race([stopped, engine.ended]).catch(asError);
    await door.close();
    await server.close();
    if (failure) throw failure;
    await engine.close();
    return 0;
  } catch (error) {
    const running = isHeld(error) ? await askForWindow(options.profile) : null;
    if (running) {
      if (running.address) announce(running.address);
      else complain(say('windowShown'));
      return 0;
    }
    if ((error as { code?: unknown }).code === 'EADDRINUSE')
      complain(say('portTaken', { port: options.port }));
    else complain(refusalSentence(error, language));
    return 1;
  }
}

function signalled(): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => resolve(undefined));
  });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('the engine ended', { cause: error });
}
