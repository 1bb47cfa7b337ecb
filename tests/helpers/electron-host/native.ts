/**
 * What the system draws: dialogs, menus, tray, notifications, other programs. Nobody sees them here, so a dialog that
 * no test has answered throws; menus and the like keep what the app made, and tests read it from Electron's own API.
 */
import fs from 'node:fs';
import { NotInStandIn, refuseUnknown, refuseUnknownStatics, StandInEmitter } from './refuse-unknown.ts';

const unanswered = (name: string) => (): never => {
  throw new NotInStandIn(`answer to ${name}: a test gives it through evaluateMain`);
};

export const dialog = refuseUnknown('dialog', {
  showOpenDialog: unanswered('dialog.showOpenDialog'),
  showSaveDialog: unanswered('dialog.showSaveDialog'),
  showMessageBox: unanswered('dialog.showMessageBox'),
  showMessageBoxSync: unanswered('dialog.showMessageBoxSync'),
  showErrorBox(title: string, content: string): void {
    process.stderr.write(`${title}\n${content}\n`);
  },
});

export const shell = refuseUnknown('shell', {
  openExternal: unanswered('shell.openExternal'),
  openPath: unanswered('shell.openPath'),
  showItemInFolder: unanswered('shell.showItemInFolder'),
});

interface ItemTemplate {
  label?: string;
  role?: string;
  type?: string;
  id?: string;
  accelerator?: string;
  enabled?: boolean;
  checked?: boolean;
  visible?: boolean;
  registerAccelerator?: boolean;
  submenu?: ItemTemplate[] | Menu;
  click?: (item: MenuItem, window: unknown, event: object) => void;
}

export class MenuItem {
  readonly id;
  readonly role;
  readonly type;
  readonly accelerator;
  readonly registerAccelerator;
  readonly submenu: Menu | undefined;
  label: string;
  enabled: boolean;
  checked: boolean;
  visible: boolean;
  readonly #click: ItemTemplate['click'];

  constructor(template: ItemTemplate) {
    const { label = '', role, id, accelerator, submenu, enabled = true, checked = false } = template;
    const { type = submenu ? 'submenu' : 'normal', visible = true, registerAccelerator = true } = template;
    Object.assign(this, { id, role, type, accelerator, registerAccelerator });
    this.id = id;
    this.role = role;
    this.type = type;
    this.accelerator = accelerator;
    this.registerAccelerator = registerAccelerator;
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : submenu;
    this.label = label;
    this.enabled = enabled;
    this.checked = checked;
    this.visible = visible;
    this.#click = template.click;
  }

  /** As Electron's: a role acts by itself, which nothing here does. */
  click(event: object = {}, window?: unknown): void {
    if (!this.enabled) return;
    if (this.type === 'checkbox') this.checked = !this.checked;
    if (this.role && !this.#click) throw new NotInStandIn(`menu role ${this.role}`);
    this.#click?.(this, window, event);
  }
}

export class Menu extends StandInEmitter {
  protected readonly events = ['menu-will-show', 'menu-will-close'];
  static #application: Menu | null = null;
  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: ItemTemplate[]): Menu {
    const menu = new Menu();
    menu.items.push(...template.map((item) => new MenuItem(item)));
    return menu;
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu;
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#application;
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  popup = unanswered('Menu.popup');
}

export class Tray extends StandInEmitter {
  protected readonly events = ['click', 'double-click', 'right-click'];
  #isDestroyed = false;

  constructor(icon: unknown) {
    super();
    if (icon === undefined) throw new TypeError('Tray constructor requires an image');
  }

  setToolTip(_text: string): void {}
  setContextMenu(_menu: Menu | null): void {}
  setTitle(_text: string): void {}

  destroy(): void {
    this.#isDestroyed = true;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
}

export class Notification extends StandInEmitter {
  protected readonly events = ['show', 'click', 'close', 'failed', 'action'];
  readonly title: string;
  readonly body: string;

  constructor({
    title = '',
    body = '',
  }: { title?: string; body?: string; silent?: boolean; icon?: unknown } = {}) {
    super();
    this.title = title;
    this.body = body;
  }

  static isSupported(): boolean {
    return true;
  }

  show(): void {
    this.emit('show', {});
  }

  close(): void {
    this.emit('close', {});
  }
}

export const nativeImage = refuseUnknown('nativeImage', {
  createFromPath: (file: string) => imageOf(fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0)),
  createFromBuffer: (content: Buffer) => imageOf(content),
  createEmpty: () => imageOf(Buffer.alloc(0)),
});

function imageOf(content: Buffer): object {
  return refuseUnknown('NativeImage', {
    isEmpty: () => content.length === 0,
    toPNG: () => content,
    setTemplateImage: () => {},
    resize: () => imageOf(content),
  });
}

class NativeTheme extends StandInEmitter {
  protected readonly events = ['updated'];
  readonly shouldUseDarkColors = false;
  themeSource: 'system' | 'light' | 'dark' = 'system';
}
export const nativeTheme = new NativeTheme();

class PowerMonitor extends StandInEmitter {
  protected readonly events = [
    'suspend',
    'resume',
    'lock-screen',
    'unlock-screen',
    'shutdown',
    'on-ac',
    'on-battery',
  ];
}
export const powerMonitor = new PowerMonitor();

const display = {
  id: 1,
  scaleFactor: 1,
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
  workAreaSize: { width: 1920, height: 1040 },
};
class Screen extends StandInEmitter {
  protected readonly events = ['display-added', 'display-removed', 'display-metrics-changed'];
  getPrimaryDisplay = () => display;
  getAllDisplays = () => [display];
  getDisplayMatching = (_bounds: object) => display;
}
export const screen = new Screen();

refuseUnknownStatics(Menu);
refuseUnknownStatics(Notification);
