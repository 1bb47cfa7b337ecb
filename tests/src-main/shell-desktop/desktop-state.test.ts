/** What the desktop keeps for itself: its state, its folder, its error log. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openDesktopState } from '#main/shell-desktop/desktop-state.ts';
import { openErrorLog } from '#main/shell-desktop/error-log.ts';
import { autostartEntry } from '#main/shell-desktop/start-with-system.ts';
import { windowFolder } from '#main/shell-desktop/window-folder.ts';
import { makeFolder } from '../../helpers/folder.ts';

test('what is changed is there at the next start', () => {
  const folder = makeFolder();
  openDesktopState(folder).change({
    bounds: { x: 1, y: 2, width: 800, height: 600 },
    language: 'en',
    starts: 4,
  });
  expect(openDesktopState(folder).now).toEqual({
    bounds: { x: 1, y: 2, width: 800, height: 600 },
    maximised: false,
    language: 'en',
    starts: 4,
    startAsked: false,
  });
});

test.each(['', 'null', '[]', '{"bounds":{"x":"1"},"starts":-1,"language":"cz"}', '{"starts":'])(
  'a damaged one (%s) is begun anew',
  (text) => {
    const folder = makeFolder();
    fs.writeFileSync(path.join(folder, 'desktop.json'), text);
    expect(openDesktopState(folder).now).toMatchObject({ bounds: null, starts: 0, language: null });
  },
);

test('one good part of a damaged state stays', () => {
  const folder = makeFolder();
  fs.writeFileSync(path.join(folder, 'desktop.json'), '{"bounds":7,"startAsked":true}');
  expect(openDesktopState(folder).now).toMatchObject({ bounds: null, startAsked: true });
});

test('the error log names the place and never repeats the message', () => {
  const folder = makeFolder();
  openErrorLog(folder).error('main', new TypeError('Jana Kováčová, +421 905 123 456'));
  const log = fs.readFileSync(path.join(folder, 'errors.log'), 'utf8');
  expect(log).toContain('main\nTypeError\n');
  expect(log).toContain('desktop-state.test.ts');
  expect(log).not.toMatch(/Jana|905/);
});

test('the window’s folder lies beside the profile, never inside', () => {
  expect(windowFolder('/data/eva')).toBe(path.resolve('/data/eva-window'));
  expect(path.basename(windowFolder(undefined))).toBe('window');
});

test('the autostart entry quotes a path with blanks and signs', () => {
  expect(autostartEntry('/opt/Moje programy/vizitka')).toContain(
    'Exec="/opt/Moje programy/vizitka" --hidden\n',
  );
  expect(autostartEntry('/opt/a$b%c')).toContain(String.raw`Exec="/opt/a\\$b%%c" --hidden`);
});
