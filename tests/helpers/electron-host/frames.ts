/** The frames of a page, each the same object for as long as it lives: apps compare `senderFrame` with `mainFrame`. */
import { fromServed, originOf } from './addresses.ts';
import type { MessagePortMain } from './ports.ts';
import { refuseUnknown } from './refuse-unknown.ts';

export interface FrameTold {
  id: string;
  parentId?: string;
  url: string;
}

export interface Frame {
  readonly url: string;
  readonly origin: string;
  readonly parent: Frame | null;
  readonly top: Frame | null;
  readonly detached: boolean;
  isDestroyed(): boolean;
  send(channel: string, ...args: unknown[]): void;
  postMessage(channel: string, message: unknown, transfer?: MessagePortMain[]): void;
}

/** Says something to the preload of one frame. */
export type Post = (frameId: string, channel: string, args: unknown[], transfer: MessagePortMain[]) => void;

export class Frames {
  readonly #told = new Map<string, FrameTold>();
  readonly #frames = new Map<string, Frame>();
  readonly #post: Post;
  #main = '';

  constructor(post: Post) {
    this.#post = post;
  }

  navigated(told: FrameTold): void {
    this.#told.set(told.id, told);
    if (!told.parentId) this.#main = told.id;
  }

  detached(id: string): void {
    this.#told.delete(id);
    this.#frames.delete(id);
  }

  movedWithin(id: string, url: string): void {
    const told = this.#told.get(id);
    if (told) this.#told.set(id, { ...told, url });
  }

  get main(): Frame {
    return this.frame(this.#main);
  }

  isMain(id: string): boolean {
    return id === this.#main;
  }

  frame(id: string): Frame {
    const known = this.#frames.get(id);
    if (known) return known;
    const told = () => this.#told.get(id);
    const parentOf = () => told()?.parentId;
    const frameAt = (at: string) => this.frame(at);
    const top = () => this.main;
    const post = this.#post;
    const made: Frame = refuseUnknown('WebFrameMain', {
      get url() {
        return fromServed(told()?.url ?? '');
      },
      get origin() {
        return originOf(told()?.url ?? '');
      },
      get parent() {
        const parent = parentOf();
        return parent ? frameAt(parent) : null;
      },
      get top() {
        return top();
      },
      get detached() {
        return !told();
      },
      isDestroyed: () => !told(),
      send: (channel: string, ...args: unknown[]) => post(id, channel, args, []),
      postMessage: (channel: string, message: unknown, transfer: MessagePortMain[] = []) =>
        post(id, channel, [message], transfer),
    });
    this.#frames.set(id, made);
    return made;
  }
}
