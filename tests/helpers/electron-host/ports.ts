/** MessageChannelMain: pairs of ports of the main process, which may be handed on to a page or to a utility process. */
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { StandInEmitter } from './refuse-unknown.ts';

interface Carried {
  data: unknown;
  ports: MessagePort[];
}

export class MessagePortMain extends StandInEmitter {
  protected readonly events = ['message', 'close'];
  readonly #port: MessagePort;
  #isStarted = false;

  constructor(port: MessagePort) {
    super();
    this.#port = port;
    port.on('close', this.#close);
  }

  postMessage(message: unknown, transfer: MessagePortMain[] = []): void {
    postTo(this.#port, message, takePorts(transfer));
  }

  start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    this.#port.on('message', this.#receive);
  }

  close(): void {
    this.#port.close();
  }

  readonly #receive = ({ data, ports }: Carried) => {
    this.emit('message', { data, ports: ports.map((port) => new MessagePortMain(port)) });
  };

  readonly #close = () => this.emit('close');

  /** Takes the port away from its owner, as a transfer does. */
  static take(port: MessagePortMain): MessagePort {
    port.#port.off('message', port.#receive);
    port.#port.off('close', port.#close);
    return port.#port;
  }
}

export class MessageChannelMain {
  readonly port1: MessagePortMain;
  readonly port2: MessagePortMain;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new MessagePortMain(port1);
    this.port2 = new MessagePortMain(port2);
  }
}

/** The bare ports of a transfer list; only ports can be handed over, no buffers. */
export function takePorts(transfer: readonly MessagePortMain[]): MessagePort[] {
  return transfer.map((port, index) => {
    if (!(port instanceof MessagePortMain)) throw new TypeError(`Port at index ${index} is not a valid port`);
    return MessagePortMain.take(port);
  });
}

export function postTo(port: MessagePort, data: unknown, ports: MessagePort[] = []): void {
  port.postMessage({ data, ports } satisfies Carried, ports);
}

export function onMessage(port: MessagePort, heed: (data: unknown) => void): void {
  port.on('message', ({ data, ports }: Carried) => {
    if (ports.length > 0) throw new Error('The stand-in for Electron hands no port through another port.');
    heed(data);
  });
}
