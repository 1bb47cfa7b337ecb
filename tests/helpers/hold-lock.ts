/** A process that takes the lock of the folder it is given, says `held` or the refusal, and stays. */
import process from 'node:process';
import { lockProfile } from '#main/security/lock.ts';
import { ProfileRefusal } from '#main/security/refusal.ts';

try {
  const lock = lockProfile(process.argv[2] ?? '', 'browser');
  process.stdout.write('held\n');
  process.stdin.once('data', () => {
    lock.release();
    process.exit(0);
  });
} catch (error) {
  if (!(error instanceof ProfileRefusal)) throw error;
  process.stdout.write(`${error.reason} ${error.details.shell} ${error.details.pid}\n`);
}
