/** The native menu, in the language of the window; made anew when that changes. */
import process from 'node:process';
import { Menu } from 'electron';
import type { MainWindow } from './main-window.ts';
import { menuTemplate } from './menu-template.ts';
import type { Words } from './words.ts';

export function showMenu(window: MainWindow, words: Words, developer: boolean): void {
  words.follow((say) => {
    const template = menuTemplate({
      say,
      mac: process.platform === 'darwin',
      developer,
      command(command) {
        window.show();
        window.tell('menu', command);
      },
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  });
}
