/** Starting together with the system: off until the person says yes, asked once and after some use. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { App } from 'electron';
import type { StartWithSystem } from '#shared/desktop/bridge.ts';
import type { KeptState } from './desktop-state.ts';

/** Whoever has opened it three times uses it. */
const STARTS_BEFORE_ASKING = 3;

export interface SystemStart {
  now(): StartWithSystem;
  set(on: boolean): StartWithSystem;
}

export function openSystemStart(app: App, state: KeptState): SystemStart {
  // A program run from its sources has nothing that the system could start.
  const available = app.isPackaged;
  const entry = process.platform === 'linux' ? autostartFile() : systemEntry(app);
  const now = (): StartWithSystem => ({
    available,
    on: available && entry.on(),
    ask: available && !entry.on() && !state.now.startAsked && state.now.starts >= STARTS_BEFORE_ASKING,
  });
  return {
    now,
    set(on) {
      if (available) entry.set(on);
      state.change({ startAsked: true });
      return now();
    },
  };
}

interface Entry {
  on(): boolean;
  set(on: boolean): void;
}

function systemEntry(app: App): Entry {
  const args = ['--hidden'];
  return {
    on: () => app.getLoginItemSettings({ args }).openAtLogin,
    set: (openAtLogin) => app.setLoginItemSettings({ openAtLogin, args }),
  };
}

/** Desktop Application Autostart Specification 0.5: a file in the user's autostart folder. */
function autostartFile(): Entry {
  const config = process.env.XDG_CONFIG_HOME;
  const home = config && path.isAbsolute(config) ? config : path.join(os.homedir(), '.config');
  const file = path.join(home, 'autostart', 'vizitka.desktop');
  return {
    on: () => fs.existsSync(file),
    set(on) {
      if (!on) return fs.rmSync(file, { force: true });
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, autostartEntry(process.env.APPIMAGE ?? process.execPath));
    },
  };
}

/** Desktop Entry Specification 1.5: the path quoted, then escaped once more as every text of such a file is. */
export function autostartEntry(program: string): string {
  const quoted = `"${program.replace(/["`$\\]/g, String.raw`\$&`).replaceAll('%', '%%')}"`;
  const exec = `${quoted} --hidden`.replaceAll('\\', '\\\\');
  return `[Desktop Entry]\nType=Application\nName=Vizitka\nExec=${exec}\nTerminal=false\n`;
}
