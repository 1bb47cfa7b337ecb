/**
 * Signs what the update feed describes (docs/packaging.md, "Update feed"):
 *
 *     node scripts/sign-update.mjs keys FILE            makes a key pair; prints the public half for updates.json
 *     node scripts/sign-update.mjs sign FILE FOLDER     writes latest*.yml.sig beside each latest*.yml of the folder
 *
 * The private half lies in FILE, readable only by whoever made it, and is never overwritten: whoever loses it can
 * update nobody, whoever has it can update everybody.
 */
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { signedBytes } from '../src-main/shell-desktop/update-signature.ts';

const [, , task, file, folder] = process.argv;

try {
  if (task === 'keys' && file) makeKeys(file);
  else if (task === 'sign' && file && folder) signFolder(file, folder);
  else throw new Error('usage: sign-update.mjs keys FILE | sign-update.mjs sign FILE FOLDER');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** @param {string} file */
function makeKeys(file) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  // `wx` fails where a file is.
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  fs.writeFileSync(file, pem, { mode: 0o600, flag: 'wx' });
  process.stdout.write(`The private key lies in ${file}. The public one, for updates.json:\n`);
  process.stdout.write(`${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}\n`);
}

/**
 * @param {string} file
 * @param {string} folder
 */
function signFolder(file, folder) {
  const key = createPrivateKey(fs.readFileSync(file));
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${file} is not an Ed25519 key`);
  const names = fs.readdirSync(folder).filter((name) => /^latest.*\.yml$/.test(name));
  if (names.length === 0) throw new Error(`no latest*.yml in ${folder}`);
  for (const name of names) {
    const bytes = fs.readFileSync(path.join(folder, name));
    const signature = sign(null, signedBytes({ name, bytes }), key).toString('base64');
    fs.writeFileSync(path.join(folder, `${name}.sig`), `${signature}\n`);
    process.stdout.write(`${name}.sig\n`);
  }
}
