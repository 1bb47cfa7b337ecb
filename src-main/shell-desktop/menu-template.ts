/** The native menu as a list: labels from the catalogue, shortcuts of the design, commands for the window. */
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#shared/desktop/bridge.ts';
import type { SayShell } from '#shared/i18n/shell-words.ts';

export interface MenuParts {
  say: SayShell;
  mac: boolean;
  /** Adds what helps whoever works on the program itself; never in an installed one. */
  developer: boolean;
  command(command: MenuCommand): void;
}

type Item = MenuItemConstructorOptions;
const LINE: Item = { type: 'separator' };

export function menuTemplate(parts: MenuParts): Item[] {
  const { say, mac } = parts;
  return [
    ...(mac ? [programMenu(parts)] : []),
    fileMenu(parts),
    editMenu(parts),
    goMenu(parts),
    viewMenu(parts),
    ...(mac ? [{ label: say('desktop.menu.window'), role: 'windowMenu' } satisfies Item] : []),
    { label: say('desktop.menu.help'), role: 'help', submenu: [itemOf(parts)('keys', 'F1')] },
  ];
}

function itemOf({ say, command }: MenuParts) {
  return (id: MenuCommand, accelerator?: string, more: Item = {}): Item => ({
    id,
    label: say(`desktop.menu.${id}`),
    accelerator,
    click: () => command(id),
    ...more,
  });
}

/** The first menu on a Mac bears the program's name. */
function programMenu(parts: MenuParts): Item {
  const { say } = parts;
  return {
    label: 'Vizitka',
    submenu: [
      { label: say('desktop.menu.about'), role: 'about' },
      LINE,
      itemOf(parts)('settings', 'CmdOrCtrl+,'),
      LINE,
      { label: say('desktop.menu.hide'), role: 'hide' },
      { label: say('desktop.menu.hideOthers'), role: 'hideOthers' },
      { label: say('desktop.menu.unhide'), role: 'unhide' },
      LINE,
      { label: say('desktop.menu.quit'), role: 'quit' },
    ],
  };
}

function fileMenu(parts: MenuParts): Item {
  const { say, mac } = parts;
  const item = itemOf(parts);
  return {
    label: say('desktop.menu.file'),
    submenu: [
      item('log', 'CmdOrCtrl+N'),
      item('newClient', 'CmdOrCtrl+Shift+N'),
      LINE,
      item('print', 'CmdOrCtrl+P'),
      item('savePdf', 'CmdOrCtrl+Shift+P'),
      ...(mac
        ? []
        : [
            LINE,
            item('settings', 'CmdOrCtrl+,'),
            LINE,
            { label: say('desktop.menu.quit'), role: 'quit', accelerator: 'CmdOrCtrl+Q' } satisfies Item,
          ]),
    ],
  };
}

function editMenu(parts: MenuParts): Item {
  const { say, mac } = parts;
  return {
    label: say('desktop.menu.edit'),
    submenu: [
      // In a field the window takes back what was typed there; except on a Mac the field knows the key itself.
      itemOf(parts)('undo', 'CmdOrCtrl+Z', { registerAccelerator: mac }),
      LINE,
      { label: say('desktop.menu.cut'), role: 'cut' },
      { label: say('desktop.menu.copy'), role: 'copy' },
      { label: say('desktop.menu.paste'), role: 'paste' },
      { label: say('desktop.menu.selectAll'), role: 'selectAll' },
    ],
  };
}

function goMenu(parts: MenuParts): Item {
  const item = itemOf(parts);
  return {
    label: parts.say('desktop.menu.go'),
    submenu: [
      item('search', 'CmdOrCtrl+K'),
      LINE,
      item('day', 'CmdOrCtrl+D'),
      item('clients', 'CmdOrCtrl+1'),
      item('contacts', 'CmdOrCtrl+2'),
      item('meetings'),
      item('calls'),
      item('promises'),
      item('objections', 'CmdOrCtrl+3'),
      item('contracts', 'CmdOrCtrl+4'),
      item('handover'),
      item('exchange', 'CmdOrCtrl+5'),
      item('sync', 'CmdOrCtrl+6'),
    ],
  };
}

function viewMenu({ say, developer }: MenuParts): Item {
  return {
    label: say('desktop.menu.view'),
    submenu: [
      { label: say('desktop.menu.resetZoom'), role: 'resetZoom' },
      { label: say('desktop.menu.zoomIn'), role: 'zoomIn' },
      { label: say('desktop.menu.zoomOut'), role: 'zoomOut' },
      LINE,
      { label: say('desktop.menu.fullScreen'), role: 'togglefullscreen' },
      ...(developer ? [LINE, { role: 'reload' } as Item, { role: 'toggleDevTools' } as Item] : []),
    ],
  };
}
