/** The browser shell as it is, with a page of one line instead of the built window. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { serve } from '#main/shell-browser/serve.ts';

const window = fs.mkdtempSync(path.join(os.tmpdir(), 'vizitka-window-'));
fs.writeFileSync(path.join(window, 'index.html'), '<!doctype html><title>Vizitka</title>');
process.once('exit', () => fs.rmSync(window, { recursive: true, force: true }));
process.exitCode = await serve({ profile: process.argv[2], port: 0, openBrowser: false, json: true, window });
