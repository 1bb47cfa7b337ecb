/** Folders that some program synchronises, and network drives, are recognised before a base is put there. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderRisk, onNetwork, parseMounts } from '#main/security/folder-risk.ts';
import { makeFolder } from '../../helpers/folder.ts';

describe('by a name in the path', () => {
  test.each([
    ['Dropbox/firma', 'dropbox'],
    ['Dropbox (Osobné)/x', 'dropbox'],
    ['OneDrive - Firma s.r.o/Vizitka', 'onedrive'],
    ['Google Drive/Môj disk', 'googleDrive'],
    ['Library/CloudStorage/GoogleDrive-jan@firma.sk/x', 'googleDrive'],
    ['Library/Mobile Documents/com~apple~CloudDocs/x', 'icloud'],
    ['iCloudDrive/x', 'icloud'],
    ['Nextcloud/x', 'nextcloud'],
    ['ownCloud/x', 'nextcloud'],
  ])('%s', (place, risk) => {
    expect(folderRisk(path.join(makeFolder(), place))).toBe(risk);
  });

  test.each(['Dokumenty/Vizitka', 'dropboxes', 'MyOneDriveNotes', 'next/cloud'])('%s is no risk', (place) => {
    expect(folderRisk(path.join(makeFolder(), place))).toBeNull();
  });
});

describe('by a marker in the folder or above it', () => {
  test.each([
    ['.stfolder', 'syncthing'],
    ['.stignore', 'syncthing'],
    ['.dropbox', 'dropbox'],
    ['.nextcloudsync.log', 'nextcloud'],
    ['.sync_0a1b2c3d.db', 'nextcloud'],
    ['.tmp.drivedownload', 'googleDrive'],
  ])('%s', (marker, risk) => {
    const root = makeFolder();
    fs.writeFileSync(path.join(root, marker), '');
    expect(folderRisk(root)).toBe(risk);
    expect(folderRisk(path.join(root, 'a', 'not yet made'))).toBe(risk);
  });

  test('the icon of a synchronised folder on Windows', () => {
    const root = makeFolder();
    fs.writeFileSync(
      path.join(root, 'desktop.ini'),
      Buffer.from(
        '[.ShellClassInfo]\r\nIconResource=C:\\Program Files\\Microsoft OneDrive\\OneDrive.exe',
        'utf16le',
      ),
    );
    expect(folderRisk(root)).toBe('onedrive');
  });

  test("Dropbox's own settings folder in the home marks nothing", () => {
    const root = makeFolder();
    fs.mkdirSync(path.join(root, '.dropbox'));
    expect(folderRisk(path.join(root, 'base'))).toBeNull();
  });

  test('a link into a synchronised folder is inside it', () => {
    const root = makeFolder();
    fs.mkdirSync(path.join(root, 'Nextcloud'));
    fs.symlinkSync(path.join(root, 'Nextcloud'), path.join(root, 'plain'));
    expect(folderRisk(path.join(root, 'plain', 'base'))).toBe('nextcloud');
  });
});

describe('network drives', () => {
  const mounts = parseMounts(
    [
      '/dev/sda1 / ext4 rw 0 0',
      '//server/share /mnt/firma cifs rw 0 0',
      'nas:/people /people/jan\\040novak nfs4 rw 0 0',
      '/dev/sdb1 /mnt/firma/disk ext4 rw 0 0',
      'jan@host: /srv/x fuse.sshfs rw 0 0',
    ].join('\n'),
  );

  test.each([
    ['/mnt/firma/Vizitka', true],
    ['/mnt/firma', true],
    ['/mnt/firmanieco', false],
    ['/people/jan novak/base', true],
    ['/mnt/firma/disk/base', false],
    ['/srv/x/y', true],
    ['/people/eva', false],
  ])('%s: %s', (place, expected) => {
    expect(onNetwork(place, mounts)).toBe(expected);
  });

  test('a later mount on the same place is the one seen', () => {
    expect(onNetwork('/a/b', parseMounts('x /a ext4 r 0 0\ny /a nfs r 0 0'))).toBe(true);
    expect(onNetwork('/a/b', parseMounts('y /a nfs r 0 0\nx /a ext4 r 0 0'))).toBe(false);
  });
});
