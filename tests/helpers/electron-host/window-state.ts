/** Where a window stands, how large it is, and whether it is seen. No window manager has a say here. */
import { StandInEmitter } from './refuse-unknown.ts';

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

export abstract class BaseWindowState extends StandInEmitter {
  #bounds: Rectangle;
  #isVisible: boolean;
  #isFocused = false;
  #title: string;
  #state: 'normal' | 'maximized' | 'minimized' | 'fullScreen' = 'normal';

  constructor(options: Partial<Rectangle> & { show?: boolean; title?: string }) {
    super();
    const { x = 0, y = 0, width = 800, height = 600, show = true, title = '' } = options;
    this.#bounds = { x, y, width, height };
    this.#isVisible = show;
    this.#title = title;
  }

  getBounds = (): Rectangle => ({ ...this.#bounds });
  getNormalBounds = (): Rectangle => ({ ...this.#bounds });
  getSize = () => ({ width: this.#bounds.width, height: this.#bounds.height });
  isVisible = () => this.#isVisible;
  isFocused = () => this.#isFocused;
  isMaximized = () => this.#state === 'maximized';
  isMinimized = () => this.#state === 'minimized';
  isFullScreen = () => this.#state === 'fullScreen';
  isNormal = () => this.#state === 'normal';
  getTitle = () => this.#title;

  setTitle(title: string): void {
    this.#title = title;
  }

  setBounds(bounds: Partial<Rectangle>): void {
    const before = this.#bounds;
    this.#bounds = { ...before, ...bounds };
    if (before.x !== this.#bounds.x || before.y !== this.#bounds.y) this.#tell('move', 'moved');
    if (before.width !== this.#bounds.width || before.height !== this.#bounds.height)
      this.#tell('resize', 'resized');
  }

  show(): void {
    this.#isVisible = true;
    this.#tell('show');
    this.focus();
  }

  showInactive(): void {
    this.#isVisible = true;
    this.#tell('show');
  }

  hide(): void {
    this.#isVisible = false;
    this.#isFocused = false;
    this.#tell('hide');
  }

  focus(): void {
    this.#isFocused = true;
    this.#tell('focus');
  }

  maximize(): void {
    this.#become('maximized', 'maximize');
  }

  unmaximize(): void {
    this.#become('normal', 'unmaximize');
  }

  minimize(): void {
    this.#become('minimized', 'minimize');
  }

  restore(): void {
    this.#become('normal', 'restore');
  }

  setFullScreen(isOn: boolean): void {
    this.#become(isOn ? 'fullScreen' : 'normal', isOn ? 'enter-full-screen' : 'leave-full-screen');
  }

  #become(state: 'normal' | 'maximized' | 'minimized' | 'fullScreen', event: string): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#tell(event);
    if (state !== 'minimized') this.#tell('resize');
  }

  #tell(...events: string[]): void {
    for (const event of events) this.emit(event);
  }
}
