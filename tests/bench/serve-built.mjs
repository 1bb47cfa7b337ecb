/** The browser shell as `npm start` runs it, from the built engine, with a page of one line instead of the window. */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { builtFile } from '../../scripts/build-engine.mjs';

const profile = process.argv[2] ?? '';
const window = `${profile}-window`;
fs.mkdirSync(window, { recursive: true });
fs.writeFileSync(path.join(window, 'index.html'), '<!doctype html><title>Vizitka</title>');
/** @type {typeof import('../../src-main/shell-browser/serve.ts')} */
const { serve } = await import(builtFile('src-main/shell-browser/serve.ts'));
process.exitCode = await serve({ profile, port: 0, openBrowser: false, json: true, window });
