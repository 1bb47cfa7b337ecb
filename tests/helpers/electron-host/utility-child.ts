/** Runs the script of a utility process, with `process.parentPort` as Electron gives it. */
import { registerHooks } from 'node:module';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { NotInStandIn, StandInEmitter } from './refuse-unknown.ts';

interface FromMain {
  port?: number;
  isClosed?: boolean;
  data?: unknown;
  ports?: number[];
}

const ports = new Map<number, ChildPort>();

class ChildPort extends StandInEmitter {
  protected readonly events = ['message', 'close'];
  readonly #id: number;
  #waiting: object[] | null = [];

  constructor(id: number) {
    super();
    this.#id = id;
    ports.set(id, this);
  }

  postMessage(data: unknown, transfer: unknown[] = []): void {
    if (transfer.length > 0) throw new NotInStandIn('port handed on through a port of a utility process');
    tell({ port: this.#id, data });
  }

  start(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const event of waiting) this.emit('message', event);
  }

  close(): void {
    if (!ports.delete(this.#id)) return;
    tell({ port: this.#id, isClosed: true });
    setImmediate(() => this.emit('close'));
  }

  receive({ isClosed, data }: FromMain): void {
    const event = { data, ports: [] };
    if (isClosed) {
      ports.delete(this.#id);
      this.emit('close');
    } else if (this.#waiting) this.#waiting.push(event);
    else this.emit('message', event);
  }
}

class ParentPort extends StandInEmitter {
  protected readonly events = ['message'];

  postMessage(data: unknown): void {
    tell({ data });
  }
}

const parentPort = new ParentPort();
Object.defineProperty(process, 'parentPort', { value: parentPort });
Object.defineProperty(process, 'type', { value: 'utility' });

// What the main process says before the script listens waits for it.
let early: object[] | null = [];
process.on('message', (said: FromMain) => {
  if (said.port !== undefined) ports.get(said.port)?.receive(said);
  else {
    const event = { data: said.data, ports: (said.ports ?? []).map((id) => new ChildPort(id)) };
    if (early) early.push(event);
    else parentPort.emit('message', event);
  }
});
process.once('disconnect', () => process.exit(0));

const electron = new URL('./electron-utility.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: electron, shortCircuit: true } : next(specifier, context),
});

const [, , script = '', ...args] = process.argv;
process.argv = [process.execPath, script, ...args];
await import(pathToFileURL(script).href);
const arrived = early;
early = null;
for (const event of arrived) parentPort.emit('message', event);

function tell(message: object): void {
  process.send?.(message);
}
