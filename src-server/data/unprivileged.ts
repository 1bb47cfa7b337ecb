/** PostgreSQL refuses to run as root: then its programs run as the user `postgres`, who is made when missing. */
import { execFileSync } from 'node:child_process';
import { StartError } from './start-error.ts';

export interface Identity {
  uid?: number;
  gid?: number;
}

export function findIdentity(): Identity {
  if (process.getuid?.() !== 0) return {};
  const known = lookUp();
  if (known) return known;
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], {
      stdio: 'ignore',
    });
  } catch {
    // two starts at once: the other one has made it
  }
  const made = lookUp();
  if (made) return made;
  throw new StartError('PostgreSQL does not run as root, and the user "postgres" could not be made.');
}

function lookUp(): Identity | undefined {
  const ask = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined;
  }
}
