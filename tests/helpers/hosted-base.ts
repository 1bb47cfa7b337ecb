/** A whole engine house on a profile folder, with typed clients of the window and of a script. */
import { createRouterClient } from '@orpc/server';
import { onTestFinished } from 'vitest';
import { type EngineHost, openHost } from '#main/engine/host.ts';
import type { KeyStoreReading } from '#main/engine/key-store.ts';
import type { EngineClient } from '#main/engine/reach.ts';
import { router } from '#main/engine/router.ts';
import type { ShellName } from '#main/security/lock.ts';

export interface HostedBase {
  host: EngineHost;
  window: EngineClient;
  /** How often windows were told to connect anew. */
  switches(): number;
  close(): void;
}

export function openHosted(
  profile: string,
  shell: ShellName = 'browser',
  keyStore?: KeyStoreReading,
): HostedBase {
  const host = openHost({
    profile,
    shell,
    defaults: { language: 'sk', country: 'SK', name: 'Jana Testová' },
    keyStore,
  });
  let switches = 0;
  host.onSwitch(() => (switches += 1));
  let open = true;
  const close = () => {
    if (open) host.close();
    open = false;
  };
  onTestFinished(close);
  return {
    host,
    window: createRouterClient(router, { context: host.context('window') }) as EngineClient,
    switches: () => switches,
    close,
  };
}

/** A key store that gives back whatever it sealed itself, and nothing of another one. */
export class TestKeyStore {
  readonly #name: string;
  constructor(name: string) {
    this.#name = name;
  }

  seal(wrappingKey: string): string {
    return Buffer.from(`${this.#name} ${wrappingKey}`).toString('base64');
  }

  read(sealed: readonly string[], fresh: string): KeyStoreReading {
    const opened: Record<string, string> = {};
    const refused: string[] = [];
    for (const each of sealed) {
      const [name, key] = Buffer.from(each, 'base64').toString().split(' ');
      if (name === this.#name && key) opened[each] = key;
      else refused.push(each);
    }
    return {
      backend: 'gnome_libsecret',
      usable: true,
      opened,
      refused,
      fresh: { wrappingKey: fresh, sealed: this.seal(fresh) },
    };
  }
}
