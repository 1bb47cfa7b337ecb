/**
 * `node scripts/land-migrations.mjs`: writes new migrations into landed.json. One that stands there already is
 * never written anew: a landed migration does not change, a correction is a further migration.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './ensure-node.mjs';

for (const base of ['local', 'server']) land(path.join(root, 'db', base, 'migrations'));

/** @param {string} folder */
function land(folder) {
  const list = path.join(folder, 'landed.json');
  /** @type {Record<string, string>} */
  const landed = fs.existsSync(list) ? JSON.parse(fs.readFileSync(list, 'utf8')) : {};
  const migrations = fs.readdirSync(folder).filter((name) => name.endsWith('.sql'));
  for (const name of migrations.sort().filter((file) => !(file in landed))) {
    landed[name] = createHash('sha256')
      .update(fs.readFileSync(path.join(folder, name), 'utf8'))
      .digest('hex');
    process.stdout.write(`${name} has landed\n`);
  }
  fs.writeFileSync(list, `${JSON.stringify(landed, null, 2)}\n`);
}
