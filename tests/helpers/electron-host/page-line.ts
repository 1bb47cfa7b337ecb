/** The line between the main process and the preload of a page: messages, answers and ports. */
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { type DevtoolsSession, passOverGone } from './devtools.ts';
import { onMessage, postTo } from './ports.ts';
import { decodeWire, encodeWire } from './wire.ts';

const WORLD = 'electron-preload';
const BINDING = 'standInSend';

/** What a page says; `ports` and `id` are names that only this line knows. */
export interface FromPage {
  t: 'send' | 'invoke' | 'port' | 'port-closed' | 'open' | 'permission' | 'preload-error';
  id: number | string;
  channel: string;
  args: unknown[];
  ports?: string[];
  data?: unknown;
  message?: string;
  url?: string;
  name?: string;
  permission?: string;
  details?: { mediaTypes?: string[] };
  isCheck?: boolean;
}

/** One frame's isolated world. */
interface World {
  frameId: string;
  contextId: number;
  /** Origin of the document that speaks, as Chromium says it. */
  origin: string;
  ports: Map<string, MessagePort>;
}

export type Heed = (said: FromPage, world: World) => void;

export class PageLine {
  readonly #page: DevtoolsSession;
  readonly #worlds = new Map<number, World>();
  #lastPort = 0;

  constructor(page: DevtoolsSession, heed: Heed) {
    this.#page = page;
    page.on<{ context: { id: number; name: string; origin: string; auxData: { frameId: string } } }>(
      'Runtime.executionContextCreated',
      ({ context: { id, name, origin, auxData } }) => {
        if (name === WORLD)
          this.#worlds.set(id, { contextId: id, frameId: auxData.frameId, origin, ports: new Map() });
      },
    );
    page.on<{ executionContextId: number }>('Runtime.executionContextDestroyed', (gone) => {
      this.#close(gone.executionContextId);
    });
    page.on('Runtime.executionContextsCleared', () => this.closeAll());
    page.on<{ name: string; payload: string; executionContextId: number }>(
      'Runtime.bindingCalled',
      ({ name, payload, executionContextId }) => {
        const world = this.#worlds.get(executionContextId);
        if (name !== BINDING || !world) return;
        const said = decodeWire(payload) as FromPage;
        // What is said to a port that was closed a moment ago is lost.
        const port = world.ports.get(String(said.id));
        if (said.t === 'port-closed') port?.close();
        else if (said.t !== 'port') heed(said, world);
        else if (port) postTo(port, said.data);
      },
    );
  }

  async open(scripts: { main: string; preload: string }): Promise<void> {
    await this.#page.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD });
    await this.#page.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.main });
    await this.#page.send('Page.addScriptToEvaluateOnNewDocument', {
      source: scripts.preload,
      worldName: WORLD,
    });
    await this.#page.send('Runtime.enable');
  }

  /** To one frame; lost when the frame has no document yet, as in Electron. */
  tell(frameId: string, message: object, ports: readonly MessagePort[] = []): void {
    const world = [...this.#worlds.values()].findLast((candidate) => candidate.frameId === frameId);
    if (world) this.#tell(world, { ...message, ports: ports.map((port) => this.#attach(world, port)) });
    else for (const port of ports) port.close();
  }

  answer(world: World, message: object): void {
    this.#tell(world, message);
  }

  /** The main process's ends of the ports that a page sent. */
  receivePorts(world: World, names: readonly string[]): MessagePort[] {
    return names.map((name) => {
      const { port1, port2 } = new MessageChannel();
      this.#bridge(world, name, port1);
      return port2;
    });
  }

  closeAll(): void {
    for (const id of this.#worlds.keys()) this.#close(id);
  }

  #attach(world: World, port: MessagePort): string {
    this.#lastPort += 1;
    const name = `main-${this.#lastPort}`;
    this.#bridge(world, name, port);
    return name;
  }

  #bridge(world: World, name: string, port: MessagePort): void {
    world.ports.set(name, port);
    onMessage(port, (data) => this.#tell(world, { t: 'port', id: name, data }));
    port.on('close', () => {
      world.ports.delete(name);
      this.#tell(world, { t: 'port-closed', id: name });
    });
  }

  #close(contextId: number): void {
    const world = this.#worlds.get(contextId);
    this.#worlds.delete(contextId);
    for (const port of world?.ports.values() ?? []) port.close();
  }

  #tell(world: World, message: object): void {
    if (!this.#worlds.has(world.contextId)) return;
    this.#page
      .send<{ exceptionDetails?: { text: string } }>('Runtime.callFunctionOn', {
        executionContextId: world.contextId,
        functionDeclaration: 'function (text) { globalThis.standInReceive(text); }',
        arguments: [{ value: encodeWire(message) }],
      })
      .then(({ exceptionDetails }) => {
        if (exceptionDetails) throw new Error(`a preload could not take a message: ${exceptionDetails.text}`);
      })
      .catch(passOverGone);
  }
}
