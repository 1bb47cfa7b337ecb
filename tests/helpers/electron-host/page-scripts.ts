/** The scripts of a page as text (`build.ts` has stripped their types), the preload of the app wrapped as CommonJS. */
import fs from 'node:fs';
import process from 'node:process';

/** Runs in the page's own world before anything of the page. */
export function mainWorldScript(): string {
  return `(() => {${textOf('./page/main-world.ts')}\nstartMainWorld(); })()`;
}

/** Runs in the isolated world of the page's own frame; other frames have no preload, as in Electron. */
export function preloadWorldScript(preload: string | undefined, chrome: string): string {
  const surroundings = {
    process: {
      platform: process.platform,
      arch: process.arch,
      type: 'renderer',
      sandboxed: true,
      contextIsolated: true,
      versions: { ...process.versions, chrome },
      env: {},
    },
  };
  const source = preload === undefined ? '' : fs.readFileSync(preload, 'utf8');
  return `(() => {
    const isOwnFrame = window === window.top;
    ${textOf('./wire.ts')}
    ${textOf('./page/preload-world.ts')}
    const preload = isOwnFrame ? function (require, module, exports, process) {\n${source}\n} : null;
    startPreloadWorld(preload, ${JSON.stringify(surroundings)}, encodeWire, decodeWire);
  })()`;
}

function textOf(file: string): string {
  return fs.readFileSync(new URL(file, import.meta.url), 'utf8').replaceAll(/^export /gm, '');
}
