/** What the stand-in does not have is refused by name, a call as well as an event; it never answers `undefined`. */
import { EventEmitter } from 'node:events';

export class NotInStandIn extends Error {
  constructor(what: string) {
    super(
      `The stand-in for Electron has no ${what}. Model it in tests/helpers/electron-host, or do without it.`,
    );
    this.name = 'NotInStandIn';
  }
}

/** Asked of every object by the language and by those who print it. */
const ASKED_OF_ALL = new Set(['then', 'toJSON']);

function refusing(target: object, nameOf: (asked: object) => string): object {
  return new Proxy(target, {
    get(from, property, asked: object) {
      if (typeof property === 'string' && !(property in from) && !ASKED_OF_ALL.has(property))
        throw new NotInStandIn(`${nameOf(asked)}.${property}`);
      return Reflect.get(from, property, asked) as unknown;
    },
  });
}

/** An object such as `dialog`: members that it lacks throw when they are read. */
export function refuseUnknown<T extends object>(name: string, object: T): T {
  Object.setPrototypeOf(
    object,
    refusing(Object.getPrototypeOf(object) as object, () => name),
  );
  return object;
}

/** The same for the static members of a class such as `BrowserWindow`. */
export function refuseUnknownStatics(type: { name: string }): void {
  refuseUnknown(type.name, type);
}

/** Options that nothing here heeds would be a silent answer too. */
export function refuseUnknownOptions(what: string, options: object, known: readonly string[]): void {
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) throw new NotInStandIn(`option ${name} of ${what}`);
  }
}

type Listener = Parameters<EventEmitter['on']>[1];
const OF_EVERY_EMITTER = ['error', 'newListener', 'removeListener'];

/** An emitter of Electron's: members and events that are not modelled throw. */
export abstract class StandInEmitter extends EventEmitter {
  /** Names of the events that come here, or that a test may send; null where the app names its own. */
  protected abstract readonly events: readonly string[] | null;

  override on(event: string | symbol, listener: Listener): this {
    this.#expect(event);
    return super.on(event, listener);
  }

  override addListener(event: string | symbol, listener: Listener): this {
    return this.on(event, listener);
  }

  override prependListener(event: string | symbol, listener: Listener): this {
    this.#expect(event);
    return super.prependListener(event, listener);
  }

  #expect(event: string | symbol): void {
    if (this.events && ![...this.events, ...OF_EVERY_EMITTER].includes(String(event)))
      throw new NotInStandIn(`event '${String(event)}' of ${this.constructor.name}`);
  }
}

Object.setPrototypeOf(
  StandInEmitter.prototype,
  refusing(EventEmitter.prototype, (asked) => asked.constructor.name),
);
