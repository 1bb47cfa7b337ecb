/**
 * What a page that was taken over would try, and what keeps it from succeeding. Where two guards stand behind one
 * another, `given` takes the other one away, so that each is seen to hold by itself.
 */
import type { Change } from './changed-program.ts';
import type { Desktop } from './desktop.ts';
import type { ForeignSite } from './foreign-site.ts';

export interface Attack {
  name: string;
  given?: readonly Change[];
  /** The guard, taken away. */
  without: readonly Change[];
  /** Whether it succeeded. */
  attempt(desktop: Desktop, site: ForeignSite): Promise<boolean>;
}

const desktopPart = (name: string) => `main/src-main/shell-desktop/${name}.js`;
const windowPart = (name: string) => `main/src-main/shell-window/${name}.js`;

const WITHOUT_POLICY: Change = {
  file: windowPart('headers'),
  exports: {
    contentPolicy: `() => "default-src * data: blob: 'unsafe-inline' 'unsafe-eval'"`,
  },
};
const WITHOUT_REQUEST_GUARD: Change = {
  file: desktopPart('our-address'),
  exports: { isOurRequest: '() => true' },
};
const WITHOUT_NAVIGATION_GUARD: Change = {
  file: desktopPart('navigation-guard'),
  exports: { guardContents: '() => {}' },
};
/** As whoever writes such a thing for the first time does: the address is a path under the folder. */
const FILES_BY_PATH: Change = {
  file: windowPart('static-files'),
  replace: [
    'fileAt: (address) => files.get(address)',
    `fileAt: (address) => {
      const place = path.join(folder, decodeURIComponent(address));
      return files.get(address) ?? (fs.existsSync(place) && fs.statSync(place).isFile()
        ? { type: 'text/plain', content: fs.readFileSync(place) } : undefined);
    }`,
  ],
};

export const ATTACKS: readonly Attack[] = [
  {
    name: 'the window goes to another site',
    without: [WITHOUT_NAVIGATION_GUARD],
    async attempt({ page, evaluateMain }, { address }) {
      const decided = evaluateMain(
        ({ BrowserWindow }) =>
          new Promise<boolean>((resolve) => {
            const contents = BrowserWindow.getAllWindows()[0]?.webContents;
            contents?.once('will-frame-navigate', (event) => resolve(event.defaultPrevented));
          }),
      );
      await page.evaluate((to) => {
        const link = document.createElement('a');
        link.href = to;
        document.body.append(link);
        link.click();
        link.remove();
      }, `${address}/navigated`);
      return !(await decided);
    },
  },
  {
    name: 'a script opens another window',
    without: [WITHOUT_NAVIGATION_GUARD],
    async attempt(desktop, { address }) {
      await desktop.page.evaluate((to) => void window.open(to), `${address}/opened`);
      return hasAnotherWindow(desktop);
    },
  },
  {
    name: 'a link opens another window',
    without: [WITHOUT_NAVIGATION_GUARD],
    async attempt(desktop, { address }) {
      await desktop.page.evaluate((to) => {
        const link = document.createElement('a');
        Object.assign(link, { href: to, target: '_blank', rel: 'opener' });
        document.body.append(link);
        link.click();
        link.remove();
      }, `${address}/opened-by-link`);
      return hasAnotherWindow(desktop);
    },
  },
  {
    name: 'the microphone, while no capture screen is open',
    without: [{ file: desktopPart('session-guard'), exports: { guardSession: '() => {}' } }],
    attempt: ({ page }) => page.evaluate(canHear),
  },
  {
    name: "notices of the page's own",
    without: [{ file: desktopPart('session-guard'), exports: { guardSession: '() => {}' } }],
    attempt: ({ page }) => page.evaluate(async () => (await Notification.requestPermission()) === 'granted'),
  },
  {
    name: 'the camera, while the screen of the microphone is open',
    without: [
      {
        file: desktopPart('capture'),
        exports: { watchCapture: '() => ({ open() {}, allows: () => true })' },
      },
    ],
    async attempt({ page }) {
      await page.evaluate(() => window.desktop?.capture('microphone'));
      const sees = await page.evaluate(canSee);
      await page.evaluate(() => window.desktop?.capture(null));
      return sees;
    },
  },
  {
    name: 'the microphone, from a page that is not ours',
    given: [
      WITHOUT_REQUEST_GUARD,
      {
        file: desktopPart('capture'),
        exports: { watchCapture: '() => ({ open() {}, allows: () => true })' },
      },
    ],
    without: [
      {
        file: desktopPart('session-guard'),
        replace: ['details.isMainFrame && ourAddress(details.requestingUrl) !== null', 'true'],
      },
    ],
    async attempt(desktop, { address }) {
      await showForeignPage(desktop, `${address}/listens`);
      return desktop.page.evaluate(canHear);
    },
  },
  {
    name: 'a file beside the window, through app://',
    without: [FILES_BY_PATH],
    attempt: ({ page }) =>
      page.evaluate(async () => {
        const ways = ['../../package.json', '..%2f..%2fpackage.json', '%2e%2e/%2e%2e/package.json'];
        const more = [
          '%2e%2e%2f%2e%2e%2fpackage.json',
          'assets/..%2f..%2f..%2fpackage.json',
          '/..%2f..%2fpackage.json',
        ];
        const far = [
          '..%5c..%5cpackage.json',
          '....%2f%2f....%2f%2fpackage.json',
          '..%252f..%252fpackage.json',
        ];
        const texts = await Promise.all(
          [...ways, ...more, ...far].map((way) =>
            fetch(`/${way}`)
              .then((answer) => answer.text())
              .catch(() => ''),
          ),
        );
        return texts.some((text) => text.includes('"name": "vizitka"'));
      }),
  },
  {
    name: 'the window under another name of app://',
    without: [{ file: desktopPart('our-address'), exports: { ourAddress: '(text) => URL.parse(text)' } }],
    attempt: ({ evaluateMain }) =>
      evaluateMain(async ({ net }) => {
        const names = [
          'app://other/',
          'app://vizitka.other/',
          'app://vizitka:81/',
          'app://VIZITKA.other/clients',
        ];
        const answers = await Promise.all(
          names.map((name) =>
            net.fetch(name).then(
              ({ ok }) => ok,
              () => false,
            ),
          ),
        );
        return answers.includes(true);
      }),
  },
  {
    name: 'a script written into the page',
    without: [WITHOUT_POLICY],
    attempt: ({ page }) =>
      page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'document.documentElement.dataset.ran = "yes"';
        document.body.append(script);
        script.remove();
        return document.documentElement.dataset['ran'] === 'yes';
      }),
  },
  {
    name: 'code made of text',
    without: [WITHOUT_POLICY],
    // A task of its own: the debugger's own evaluations are not bound by the policy.
    attempt: ({ page }) =>
      page.evaluate(
        () =>
          new Promise<boolean>((resolve) => {
            setTimeout(() => {
              try {
                // oxlint-disable-next-line typescript/no-implied-eval -- this is what the policy must refuse
                resolve(new Function('return true')() as boolean);
              } catch {
                resolve(false);
              }
            });
          }),
      ),
  },
  {
    name: 'sending to another site, past the request guard',
    given: [WITHOUT_REQUEST_GUARD],
    without: [WITHOUT_POLICY],
    attempt: (desktop, site) => send(desktop, site, '/policy'),
  },
  {
    name: 'sending to another site, past the content policy',
    given: [WITHOUT_POLICY],
    without: [WITHOUT_REQUEST_GUARD],
    attempt: (desktop, site) => send(desktop, site, '/request'),
  },
  {
    name: 'a door in the bridge that nobody meant to open',
    without: [
      {
        file: '../out/preload/preload.cjs',
        replace: [
          'const bridge = {',
          'const bridge = { invoke: (...args) => electron.ipcRenderer.invoke(...args),',
        ],
      },
    ],
    async attempt({ page }) {
      const doors = await page.evaluate(() => Object.keys(window.desktop ?? {}));
      return doors.some((door) => !BRIDGE.includes(door));
    },
  },
  {
    name: 'a call from a page that is not ours',
    without: [{ file: desktopPart('sender'), exports: { isOurSender: '() => true' } }],
    async attempt(desktop) {
      await showForeignPage(desktop, 'data:text/html,<title>Foreign</title>');
      return desktop.page.evaluate(async () =>
        Boolean(await window.desktop?.startWithSystem().catch(() => null)),
      );
    },
  },
];

/** `DesktopBridge` of src-shared/desktop/bridge.ts; a new verb is added here by whoever means it. */
const BRIDGE = [
  'platform',
  'connect',
  'onMenu',
  'onEngine',
  'onFlush',
  'onUpdates',
  'onReminder',
  'flushed',
  'openFile',
  'print',
  'savePdf',
  'notify',
  'chooseBackupPlace',
  'startWithSystem',
  'setStartWithSystem',
  'capture',
  'speak',
  'startAgain',
  'updates',
  'checkUpdates',
  'downloadUpdate',
  'installUpdate',
];

export const canHear = () =>
  navigator.mediaDevices.getUserMedia({ audio: true }).then(
    () => true,
    () => false,
  );

export const canSee = () =>
  navigator.mediaDevices.getUserMedia({ video: true }).then(
    () => true,
    () => false,
  );

/** As if a guard had failed already: the main process itself shows it, which no guard of navigation sees. */
async function showForeignPage({ page, evaluateMain }: Desktop, address: string): Promise<void> {
  await evaluateMain(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.loadURL(to), address);
  await page.waitForFunction(() => document.title === 'Foreign');
}

/** A call after the attempt: whatever the attempt set off has reached the main process before it. */
async function hasAnotherWindow({ page, evaluateMain }: Desktop): Promise<boolean> {
  await page.evaluate(() => window.desktop?.startWithSystem());
  return (await evaluateMain(({ webContents }) => webContents.getAllWebContents().length)) > 1;
}

async function send({ page }: Desktop, { address, asked }: ForeignSite, where: string): Promise<boolean> {
  await page.evaluate(
    (to) =>
      fetch(to, { mode: 'no-cors' })
        .catch(() => null)
        .then(() => {}),
    address + where,
  );
  return asked.includes(where);
}
