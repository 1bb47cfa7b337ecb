/** The command that prepares a profile with the demo clients without any window. */
import { profileFolders } from '../security/profile-folder.ts';
import { ProfileRefusal } from '../security/refusal.ts';
import { fillWhenEmpty } from './demo.ts';
import { type HostOptions, openHost } from './host.ts';

/**
 * Fills the profile at `options.profile`, or the demo base that belongs to the default profile. Refuses with
 * `demoNotEmpty` when a profile that was named holds records already.
 */
export async function fillDemoProfile(options: HostOptions): Promise<{ folder: string; filled: boolean }> {
  const host = openHost({ ...options, profile: options.profile ?? profileFolders().demo });
  const { folder, shut } = host.opened;
  try {
    if (shut) throw new ProfileRefusal(shut.reason, shut.details);
    const filled = await fillWhenEmpty(host.context('script').engine);
    if (!filled && options.profile !== undefined) throw new ProfileRefusal('demoNotEmpty', { folder });
    return { folder, filled };
  } finally {
    host.close();
  }
}
