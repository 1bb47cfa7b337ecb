/** One default place per system, the demo base always apart, and folders closed to other users. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeProfileFolder, profileFolders } from '#main/security/profile-folder.ts';
import { makeFolder } from '../../helpers/folder.ts';

const linux = { platform: 'linux', home: '/people/eva', env: {} } as const;

test('the place for application data of each system', () => {
  expect(profileFolders(undefined, linux)).toEqual({
    own: '/people/eva/.local/share/Vizitka/base',
    demo: '/people/eva/.local/share/Vizitka/demo',
  });
  expect(profileFolders(undefined, { ...linux, env: { XDG_DATA_HOME: '/data' } }).own).toBe(
    '/data/Vizitka/base',
  );
  expect(profileFolders(undefined, { ...linux, env: { XDG_DATA_HOME: 'relative' } }).own).toBe(
    '/people/eva/.local/share/Vizitka/base',
  );
  expect(profileFolders(undefined, { ...linux, platform: 'darwin' }).own).toBe(
    '/people/eva/Library/Application Support/Vizitka/base',
  );
  expect(
    profileFolders(undefined, { ...linux, platform: 'win32', env: { LOCALAPPDATA: '/local' } }).demo,
  ).toBe('/local/Vizitka/demo');
});

test('a named profile has its demo base beside it', () => {
  expect(profileFolders('/srv/firma/')).toEqual({ own: '/srv/firma', demo: '/srv/firma-demo' });
  expect(profileFolders('firma').own).toBe(path.resolve('firma'));
});

test('the folder is closed to other users, also one that was open to them', () => {
  const root = makeFolder();
  const fresh = path.join(root, 'a', 'b');
  makeProfileFolder(fresh);
  expect(fs.statSync(fresh).mode & 0o777).toBe(0o700);
  const open = path.join(root, 'open');
  fs.mkdirSync(open, { mode: 0o755 });
  makeProfileFolder(open);
  expect(fs.statSync(open).mode & 0o777).toBe(0o700);
});

test('a place that cannot hold a folder is refused', () => {
  const file = path.join(makeFolder(), 'file');
  fs.writeFileSync(file, '');
  expect(() => makeProfileFolder(path.join(file, 'base'))).toThrow(
    expect.objectContaining({ reason: 'folderUnusable' }),
  );
});
