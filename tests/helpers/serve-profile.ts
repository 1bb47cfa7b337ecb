/** The browser shell as it is, with a page of one line instead of the built window. */
import path from 'node:path';
import process from 'node:process';
import { serve } from '#main/shell-browser/serve.ts';

const window = path.join(import.meta.dirname, 'one-line-window');
process.exitCode = await serve({ profile: process.argv[2], port: 0, openBrowser: false, json: true, window });
