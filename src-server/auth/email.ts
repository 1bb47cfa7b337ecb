/** An e-mail address is a name here: nothing is sent to it, but it must be the same however it is typed. */
import { SyncError } from '../sync/sync-error.ts';

/** Throws `invalid`. */
export function readEmail(text: string): string {
  const email = text.trim().normalize('NFC').toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new SyncError('invalid', { reason: 'email: format' });
  return email;
}
