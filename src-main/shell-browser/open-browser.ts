/** Opens the system's browser at an address, where there is one; never fails the start. */
import { spawn } from 'node:child_process';
import process from 'node:process';

/** False when this machine has no screen to open a browser on. */
export function openBrowser(address: string): boolean {
  const [command, ...args] = opener();
  if (!command) return false;
  spawn(command, [...args, address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
  return true;
}

function opener(): string[] {
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  const screen = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return screen ? ['xdg-open'] : [];
}
