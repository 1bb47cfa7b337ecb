/** Entry of the browser shell: `node src-main/shell-browser/main.ts [--profile DIR] [--port N] [--no-open]`. */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { serve } from './serve.ts';

const { values } = parseArgs({
  options: {
    profile: { type: 'string' },
    port: { type: 'string', default: '0' },
    'no-open': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

process.exitCode = await serve({
  profile: values.profile,
  port: Number(values.port),
  openBrowser: !values['no-open'],
  json: values.json,
});
