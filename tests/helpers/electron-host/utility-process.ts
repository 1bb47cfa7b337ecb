/** utilityProcess: a Node process of its own with a line and ports to the main process. */
import { type ChildProcess, fork } from 'node:child_process';
import os from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import { type MessagePortMain, onMessage, postTo, takePorts } from './ports.ts';
import { isReady } from './readiness.ts';
import { refuseUnknown, refuseUnknownOptions, StandInEmitter } from './refuse-unknown.ts';

interface ForkOptions {
  env?: NodeJS.ProcessEnv;
  execArgv?: string[];
  cwd?: string;
  stdio?: 'pipe' | 'ignore' | 'inherit' | ('pipe' | 'ignore' | 'inherit')[];
  serviceName?: string;
}

const running = new Map<number, string>();

/** Process ids of those that run, with the names that the app gave them. */
export function runningUtilities(): { pid: number; name: string }[] {
  return [...running].map(([pid, name]) => ({ pid, name }));
}

const child = fileURLToPath(new URL('./utility-child.ts', import.meta.url));

class UtilityProcess extends StandInEmitter {
  protected readonly events = ['spawn', 'exit', 'message'];
  /** Undefined before it has started and after it has ended. */
  pid: number | undefined = undefined;
  readonly stdout;
  readonly stderr;
  readonly #process: ChildProcess;
  readonly #ports = new Map<number, MessagePort>();
  #last = 0;

  constructor(file: string, args: string[], options: ForkOptions) {
    super();
    refuseUnknownOptions('utilityProcess.fork', options, ['env', 'execArgv', 'cwd', 'stdio', 'serviceName']);
    const { stdio = 'inherit', env = process.env, execArgv = [], cwd, serviceName } = options;
    const [, out = stdio, err = stdio] = Array.isArray(stdio) ? stdio : [];
    this.#process = fork(child, [file, ...args], {
      serialization: 'advanced',
      stdio: ['ignore', out as 'pipe', err as 'pipe', 'ipc'],
      env,
      cwd,
      execArgv,
    });
    this.stdout = this.#process.stdout;
    this.stderr = this.#process.stderr;
    const { pid = 0 } = this.#process;
    running.set(pid, serviceName ?? 'Node Utility Process');
    this.#process.once('spawn', () => {
      this.pid = pid;
      this.emit('spawn');
    });
    this.#process.once('exit', (code, signal) => {
      this.pid = undefined;
      running.delete(pid);
      for (const port of this.#ports.values()) port.close();
      this.emit('exit', code ?? (signal ? os.constants.signals[signal] : 1));
    });
    this.#process.on('message', (said: { port?: number; isClosed?: boolean; data?: unknown }) => {
      const port = this.#ports.get(said.port ?? 0);
      if (said.port === undefined) this.emit('message', said.data);
      else if (said.isClosed) port?.close();
      else if (port) postTo(port, said.data);
    });
  }

  postMessage(data: unknown, transfer: MessagePortMain[] = []): void {
    this.#send({ data, ports: takePorts(transfer).map((port) => this.#attach(port)) });
  }

  /** True when the process was told to end; as in Electron with SIGTERM. */
  kill(): boolean {
    return this.#process.kill();
  }

  #attach(port: MessagePort): number {
    this.#last += 1;
    const id = this.#last;
    this.#ports.set(id, port);
    onMessage(port, (data) => this.#send({ port: id, data }));
    port.on('close', () => {
      this.#ports.delete(id);
      this.#send({ port: id, isClosed: true });
    });
    return id;
  }

  #send(message: object): void {
    // What is said to a process that has just ended is lost, as it is in Electron.
    if (this.#process.connected) this.#process.send(message, () => {});
  }
}

export const utilityProcess = refuseUnknown('utilityProcess', {
  fork(file: string, args: string[] = [], options: ForkOptions = {}): UtilityProcess {
    if (!isReady()) throw new Error('utilityProcess cannot be created before app is ready.');
    return new UtilityProcess(file, args, options);
  },
});
