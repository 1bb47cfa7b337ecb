/** Updates from a real server on this computer, through electron-updater itself. */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, test, vi } from 'vitest';
import { DESCRIPTION } from '../../helpers/update-feed.ts';
import { RUNNING, startUpdating, type UpdatingProgram } from '../../helpers/updating-program.ts';

const UNSIGNED = { step: 'trouble', trouble: 'unsigned' };

async function check(program: UpdatingProgram) {
  expect(program.check()).toEqual({ step: 'checking' });
  return program.settled();
}

describe('what the feed offers', () => {
  test('a newer version is offered, fetched only when told, and lies there as it was signed', async () => {
    const program = await startUpdating();
    const name = program.feed.offer('0.5.0', 'a newer one');
    expect(program.now()).toEqual({ step: 'idle' });
    expect(program.feed.asked, 'nothing before somebody asks').toEqual([]);
    expect(await check(program)).toEqual({ step: 'available', version: '0.5.0', bytes: 11 });
    expect(program.feed.asked, 'the file itself waits for a word').toEqual([
      DESCRIPTION,
      `${DESCRIPTION}.sig`,
    ]);

    expect(program.install(), 'nothing to install yet').toMatchObject({ step: 'available' });
    program.download();
    expect(await program.settled()).toEqual({ step: 'ready', version: '0.5.0' });
    expect(program.feed.asked.at(-1)).toBe(name);
    expect(program.installers).toEqual([]);
    expect(program.told).toContainEqual({ step: 'downloading', version: '0.5.0', percent: 100 });
    expect(JSON.stringify(program.feed.headers), 'no number that tells computers apart').not.toContain(
      'staging',
    );
    const [fetched] = find(path.join(program.folder, 'cache'), name);
    expect(fs.readFileSync(fetched ?? '', 'utf8')).toBe('a newer one');
  });

  test.each([
    ['the same version', RUNNING],
    ['an older version', '0.4.1'],
    ['an earlier release of the same version', `${RUNNING}-beta.1`],
  ])('%s is not taken', async (_, version) => {
    const program = await startUpdating();
    program.feed.offer(version);
    expect(await check(program)).toEqual({ step: 'current', checkedAt: expect.any(Number) as number });
    expect(program.download()).toMatchObject({ step: 'current' });
    expect(program.feed.asked).toHaveLength(2);
  });
});

test('a version that was taken back is not fetched', async () => {
  const program = await startUpdating();
  program.feed.offer('0.5.0');
  expect(await check(program)).toMatchObject({ step: 'available' });
  program.feed.offer(RUNNING);
  expect(await check(program)).toMatchObject({ step: 'current' });
  expect(program.download()).toMatchObject({ step: 'current' });
  expect(program.feed.asked).not.toContainEqual(expect.stringContaining('0.5.0'));
});

describe('a description that the team has not signed is not read', () => {
  test('no signature', async () => {
    const program = await startUpdating();
    program.feed.offer('0.5.0');
    fs.rmSync(path.join(program.feed.folder, `${DESCRIPTION}.sig`));
    expect(await check(program)).toEqual(UNSIGNED);
  });

  test('signed with another key', async () => {
    const program = await startUpdating();
    program.feed.offer('0.5.0');
    const other = await startUpdating();
    other.feed.offer('0.5.0');
    fs.copyFileSync(
      path.join(other.feed.folder, `${DESCRIPTION}.sig`),
      path.join(program.feed.folder, `${DESCRIPTION}.sig`),
    );
    expect(await check(program)).toEqual(UNSIGNED);
  });

  test('changed after it was signed', async () => {
    const program = await startUpdating();
    program.feed.offer('0.5.0');
    const file = path.join(program.feed.folder, DESCRIPTION);
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('version: 0.5.0', 'version: 0.6.0'));
    expect(await check(program)).toEqual(UNSIGNED);
  });

  test('signed for another system', async () => {
    const program = await startUpdating();
    program.feed.offer('0.5.0');
    const { folder } = program.feed;
    fs.renameSync(path.join(folder, DESCRIPTION), path.join(folder, 'latest-other.yml'));
    program.feed.sign();
    fs.renameSync(path.join(folder, 'latest-other.yml'), path.join(folder, DESCRIPTION));
    fs.renameSync(path.join(folder, 'latest-other.yml.sig'), path.join(folder, `${DESCRIPTION}.sig`));
    expect(await check(program)).toEqual(UNSIGNED);
  });

  test('also not to see that it is no description at all', async () => {
    const program = await startUpdating();
    program.feed.offer('0.5.0');
    fs.writeFileSync(path.join(program.feed.folder, DESCRIPTION), ': : [');
    expect(await check(program)).toEqual(UNSIGNED);
  });
});

test('a signed description with the file somewhere else is refused', async () => {
  const program = await startUpdating();
  const elsewhere = await startUpdating();
  program.feed.offer('0.5.0');
  const file = path.join(program.feed.folder, DESCRIPTION);
  const described = fs.readFileSync(file, 'utf8');
  fs.writeFileSync(file, described.replaceAll(/(url|path): /g, `$1: ${elsewhere.feed.url}`));
  program.feed.sign();
  expect(await check(program)).toEqual({ step: 'trouble', trouble: 'damaged' });
  expect(elsewhere.feed.asked).toEqual([]);
});

describe('the file', () => {
  async function available(): Promise<UpdatingProgram & { name: string }> {
    const program = await startUpdating();
    const name = program.feed.offer('0.5.0', 'a newer one');
    await check(program);
    return { ...program, name };
  }

  test('another one than was signed is thrown away', async () => {
    const program = await available();
    fs.writeFileSync(path.join(program.feed.folder, program.name), 'a poisoned.');
    program.download();
    expect(await program.settled()).toEqual({ step: 'trouble', trouble: 'damaged' });
    expect(find(path.join(program.folder, 'cache'), program.name)).toEqual([]);
    expect(program.install()).toMatchObject({ step: 'trouble' });
    expect(program.installers).toEqual([]);
  });

  test('changed while it waited is not installed', async () => {
    const program = await available();
    program.download();
    await program.settled();
    const [fetched] = find(path.join(program.folder, 'cache'), program.name);
    fs.writeFileSync(fetched ?? '', 'a poisoned.');
    program.install();
    await vi.waitFor(() => expect(program.now()).toEqual({ step: 'trouble', trouble: 'damaged' }));
    expect(program.installers).toEqual([]);
    // Asking again mends it.
    await check(program);
    program.download();
    expect(await program.settled()).toEqual({ step: 'ready', version: '0.5.0' });
    expect(fs.readFileSync(fetched ?? '', 'utf8')).toBe('a newer one');
  });

  // The installers of the other systems would run.
  if (process.platform === 'linux') {
    test('takes the place of the program once the program has quit', async () => {
      const program = await startUpdating();
      const ran = path.join(program.folder, 'ran');
      program.feed.offer('0.5.0', `#!/bin/sh\necho "$APPIMAGE_SILENT_INSTALL" > '${ran}'\n`);
      await check(program);
      program.download();
      await program.settled();
      program.install();
      const installer = await vi.waitFor(() => {
        const [first] = program.installers;
        if (!first) throw new Error('not handed over yet');
        return first;
      });
      expect(fs.readFileSync(program.program, 'utf8'), 'not before the quit').toBe('the old one');
      const failed = vi.fn();
      installer().catch(failed);
      await vi.waitFor(() => expect(fs.readFileSync(ran, 'utf8')).toBe('true\n'));
      await vi.waitFor(() => expect(fs.existsSync(path.join(program.folder, 'quit'))).toBe(true));
      expect(fs.readFileSync(program.program, 'utf8')).toContain('#!/bin/sh');
      expect(failed).not.toHaveBeenCalled();
    });

    test('that cannot be put in place says so to whoever handed over', async () => {
      const program = await available();
      program.download();
      await program.settled();
      program.install();
      await vi.waitFor(() => expect(program.installers).toHaveLength(1));
      fs.rmSync(program.program);
      await expect(program.installers[0]?.()).rejects.toThrow();
    });
  }
});

describe('the server', () => {
  test.each(['the description', 'the file'])('that sends elsewhere for %s is not followed', async (what) => {
    const program = await startUpdating();
    const elsewhere = await startUpdating();
    const name = program.feed.offer('0.5.0');
    elsewhere.feed.offer('0.5.0');
    const asked = what === 'the file' ? name : DESCRIPTION;
    program.feed.answer(asked, (_, response) =>
      response.writeHead(302, { location: elsewhere.feed.url + asked }).end(),
    );
    await check(program);
    program.download();
    expect(await program.settled()).toEqual({ step: 'trouble', trouble: 'redirected' });
    expect(elsewhere.feed.asked).toEqual([]);
  });

  test('that names another place in an answer that is none is not followed either', async () => {
    const program = await startUpdating();
    const elsewhere = await startUpdating();
    const name = program.feed.offer('0.5.0');
    program.feed.answer(name, (_, response) =>
      response.writeHead(200, { location: elsewhere.feed.url + name }).end(),
    );
    await check(program);
    program.download();
    expect(await program.settled()).toEqual({ step: 'trouble', trouble: 'redirected' });
    expect(elsewhere.feed.asked).toEqual([]);
  });

  test('that is not there, and then is', async () => {
    const program = await startUpdating();
    program.feed.answer(DESCRIPTION, (_, response) => response.destroy());
    expect(await check(program)).toEqual({ step: 'trouble', trouble: 'unreachable' });
    program.feed.offer('0.5.0');
    program.feed.answer(DESCRIPTION, (_, response) =>
      response.end(fs.readFileSync(path.join(program.feed.folder, DESCRIPTION))),
    );
    expect(await check(program)).toMatchObject({ step: 'available' });
  });
});

describe('what an administrator has written', () => {
  test('nothing: nothing is ever asked', async () => {
    const program = await startUpdating(null);
    program.feed.offer('0.5.0');
    for (const ask of [program.now, program.check, program.download, program.install])
      expect(ask()).toEqual({ step: 'off' });
    expect(program.feed.asked).toEqual([]);
  });

  test('later: no new start is needed', async () => {
    const program = await startUpdating(null);
    program.feed.offer('0.5.0');
    const { url, publicKey } = program.feed;
    fs.writeFileSync(path.join(program.folder, 'updates.json'), JSON.stringify({ url, publicKey }));
    expect(await check(program)).toMatchObject({ step: 'available' });
  });

  test('something else than it should be: said, and nothing is asked', async () => {
    const program = await startUpdating({ url: 'http://updates.example/', publicKey: 'AAAA' });
    const broken = { step: 'trouble', trouble: 'config' };
    expect(program.now()).toEqual(broken);
    expect(program.check()).toEqual(broken);
    expect(program.feed.asked).toEqual([]);
    fs.rmSync(path.join(program.folder, 'updates.json'));
    expect(program.check()).toEqual({ step: 'off' });
    expect(program.told.at(-1), 'the window hears of it').toEqual({ step: 'off' });
  });
});

test('a program that was not installed replaces nothing, and asks nobody', async () => {
  const program = await startUpdating(undefined, false);
  program.feed.offer('0.5.0');
  expect(await check(program)).toEqual({ step: 'trouble', trouble: 'notHere' });
  expect(program.feed.asked).toEqual([]);
});

function find(folder: string, name: string): string[] {
  if (!fs.existsSync(folder)) return [];
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => path.basename(file) === name).map((file) => path.join(folder, file));
}
