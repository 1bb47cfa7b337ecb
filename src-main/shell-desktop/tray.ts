/** The sign beside the clock: brings the window back, begins a record, ends the program. */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type App, Menu, nativeImage, Tray } from 'electron';
import type { MainWindow } from './main-window.ts';
import type { Words } from './words.ts';

const icon = fileURLToPath(new URL('../../assets/icons/32x32.png', import.meta.url));

export function showTray(app: App, window: MainWindow, words: Words): Tray {
  const image = nativeImage.createFromPath(icon);
  // The bar of a Mac shows every picture in its own size.
  const tray = new Tray(process.platform === 'darwin' ? image.resize({ width: 18, height: 18 }) : image);
  tray.setToolTip('Vizitka');
  tray.on('click', () => window.show());
  words.follow((say) =>
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: say('desktop.tray.open'), click: () => window.show() },
        {
          label: say('desktop.menu.log'),
          click: () => {
            window.show();
            window.tell('menu', 'log');
          },
        },
        { type: 'separator' },
        { label: say('desktop.menu.quit'), click: () => app.quit() },
      ]),
    ),
  );
  return tray;
}
