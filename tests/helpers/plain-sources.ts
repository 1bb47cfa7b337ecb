/**
 * Before a run the sources that a thread may load are turned into plain JavaScript under .cache/plain, where
 * load-plain.mjs finds them. Node would turn them itself in every thread, with WebAssembly: V8 can end the whole
 * process when threads compile and drop such code again and again (nodejs/node issue 64500), and a thread that was
 * loading its sources ended a run so. The program itself is plain JavaScript.
 */
import fs from 'node:fs';
import path from 'node:path';
import { transform } from 'rolldown/utils';
import { plainFile, root } from './load-plain.mjs';

const FOLDERS = ['src-main', 'src-shared', 'src-server', 'db'];

export default async function setUp(): Promise<void> {
  const sources = FOLDERS.flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?<!\.d)\.ts$/.test(file))
      .map((file) => path.join(root, folder, file)),
  );
  await Promise.all(sources.map(writePlain));
}

async function writePlain(source: string): Promise<void> {
  const target = plainFile(source);
  const { code, errors } = await transform(source, fs.readFileSync(source, 'utf8'));
  const [error] = errors;
  if (error) throw new Error(`${source}: ${error.message}`);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, code);
}
