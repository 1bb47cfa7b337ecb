/**
 * The engine in a process of its own: started, kept running, asked for ports. It opens the base while the window
 * loads, so a port may be asked for before it is there.
 */
import { fileURLToPath } from 'node:url';
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { ReminderNotice } from '#shared/desktop/reminders.ts';
import type { HostOptions, OpenedProfile, View } from '../engine/host.ts';
import { type KeptEngine, keepRunning, type StartedEngine } from '../engine/keep-running.ts';
import { ProfileRefusal } from '../security/refusal.ts';
import type { FromEngine } from '../engine/shell-messages.ts';
import type { ToUtility } from '../engine/utility.ts';

export interface EngineProcess extends Omit<KeptEngine<StartedEngine>, 'running'> {
  connect(view: View): MessagePortMain;
}

export interface EngineProcessOptions {
  /** Read anew for each run: a run may have put the key into the key store. */
  host(): HostOptions;
  onRestart(trace: string): void;
  /** Another process of the same user asks for the window. */
  onWindowAsked(): void;
  onRemind(notices: ReminderNotice[]): void;
}

const script = fileURLToPath(new URL('./engine-entry.ts', import.meta.url));
/** As much of its last words as a trace takes. */
const LAST_WORDS = 8_000;

/** Resolves when the base is open; rejects with `ProfileRefusal` when the profile is refused. */
export async function startEngineProcess(options: EngineProcessOptions): Promise<EngineProcess> {
  const { running, ...engine } = await keepRunning(() => start(options), options.onRestart);
  return {
    ...engine,
    connect(view) {
      const { port1, port2 } = new MessageChannelMain();
      running().post({ do: 'connect', view }, port2);
      return port1;
    },
  };
}

interface StartedProcess extends StartedEngine {
  post(message: ToUtility, port?: MessagePortMain): void;
}

function start({ host, onWindowAsked, onRemind }: EngineProcessOptions): StartedProcess {
  const child = utilityProcess.fork(script, [], { serviceName: 'Vizitka Engine', stdio: 'pipe' });
  const post = (message: ToUtility, port?: MessagePortMain) => child.postMessage(message, port ? [port] : []);
  const lastWords = hear(child);
  const open = new Promise<OpenedProfile>((resolve, reject) => {
    child.on('message', (message: FromEngine) => {
      if (message.is === 'open') resolve(message.opened);
      if (message.is === 'windowAsked') onWindowAsked();
      if (message.is === 'remind') onRemind(message.notices);
      if (message.is === 'refused') reject(new ProfileRefusal(message.reason, message.details));
      // Nothing of the engine is open any more; what else may still run there is not waited for.
      if (message.is === 'closed' || message.is === 'refused') child.kill();
    });
    child.once('exit', () => reject(new Error('the engine ended while starting')));
  });
  const exited = new Promise<string>((resolve) => {
    child.once('exit', (code) => resolve(`exit code ${code}\n${lastWords()}`.trim()));
  });
  post({ do: 'open', options: host() });
  return { open, exited, post, close: () => post({ do: 'close' }) };
}

/** The engine writes nothing there but the trace of what ended it. */
function hear(child: UtilityProcess): () => string {
  let words = '';
  child.stdout?.resume();
  child.stderr?.on('data', (part: Buffer) => (words = (words + part.toString()).slice(-LAST_WORDS)));
  return () => words;
}
