/** The keys' procedures: the recovery code, what this computer remembers, and a new data key. */
import { setTimeout as pause } from 'node:timers/promises';
import { implement } from '@orpc/server';
import { type CodeProof, keys, type KeysState, type Rekeyed, WAYS } from '#shared/contract/keys.ts';
import { readCode } from '#shared/domain/keys/recovery-code.ts';
import { environmentError, refused } from '../data/app-error.ts';
import type { Base } from '../data/base.ts';
import type { BaseKeys, EngineContext } from '../data/context.ts';
import { hostOf } from '../features/exchange/exchange-host.ts';
import { serviceOf } from '../features/exchange/import-service.ts';
import { newDataKey } from '../security/data-key.ts';
import { readKeyFile } from '../security/key-file.ts';
import { type Slot, type SlotFile, slotFileIn, type SlotKind, unwrapKey } from '../security/key-slots.ts';
import { sealedSlotOf, wrappingKeyOf } from '../security/key-store-slot.ts';
import { recoveryCodeOpener } from '../security/recovery-code.ts';
import { isShut } from '../security/refusal.ts';
import { addKeyFileSlot, addKeyStoreSlot, removeKeyFileSlot, replaceCode } from '../security/slot-changes.ts';
import type { HeldProfile } from './held-profile.ts';
import { planRekey, rekeyBase } from './rekey.ts';

const BACKUP_PATIENCE_MS = 60_000;

/** `renew` makes the windows of the base connect anew, after the answer to this call has left. */
export function keysOf(held: () => HeldProfile, renew: () => void): BaseKeys {
  return {
    describe: () => describe(held()),
    newCode: () => held().code.offer(),
    confirmCode(text) {
      const profile = held();
      const code = profile.code.prove(text);
      if (code === null) return { proved: false, group: profile.code.offer().group, retiredAt: null };
      const proof = keep(profile, code);
      profile.code.discard();
      if (proof.made) renew();
      return { proved: true, group: 1, retiredAt: proof.retiredAt };
    },
    discardCode: () => held().code.discard(),
    remember: () => remember(held()),
    removeKeyFile() {
      const profile = held();
      if (!describe(profile).canRemoveKeyFile) throw refused('onlyWay');
      removeKeyFileSlot(profile.profile.folder);
    },
    rekey: (code) => rekey(held(), code, renew),
  };
}

/** A proved code opens the base from now on; where a new base waited for it, the base is made. */
function keep(profile: HeldProfile, code: string): { made: boolean; retiredAt: CodeProof['retiredAt'] } {
  if (!profile.engine) {
    profile.create(code);
    return { made: true, retiredAt: null };
  }
  const { base, folder } = profile.engine;
  const now = base.now();
  const before = profile.keySlots.includes('recoveryCode');
  replaceCode(folder, code, base.key, now);
  profile.trust(code);
  return { made: false, retiredAt: before ? now : null };
}

function describe(profile: HeldProfile): KeysState {
  const { folder, shell, keyStore, kind } = profile.options;
  const file = slotFileIn(folder);
  const dataKey = profile.engine?.base.key;
  const ways = (file?.slots ?? []).flatMap((slot) => {
    const known = WAYS.find((each) => each === slot.kind);
    if (!known) return [];
    const here = dataKey !== undefined && opensHere(slot, profile)?.equals(dataKey) === true;
    return [{ kind: known, createdAt: slot.createdAt, here, backend: sealedSlotOf(slot)?.backend ?? null }];
  });
  const others = ways.some(({ kind: way, here }) => way === 'recoveryCode' || (way === 'osKeyStore' && here));
  const canRemember = profile.openedByCode && kind === 'own' && !ways.some(({ here }) => here);
  return {
    ways,
    unknown: (file?.slots.length ?? 0) - ways.length,
    shell,
    keyStore:
      shell === 'desktop' ? { backend: keyStore?.backend ?? null, usable: keyStore?.usable ?? false } : null,
    canRemember: canRemember ? ownWay(profile) : null,
    canRemoveKeyFile: others && ways.some(({ kind: way }) => way === 'keyFile'),
    rekeyedAt: typeof file?.rekeyedAt === 'number' ? file.rekeyedAt : null,
  };
}

/** What this shell may add: the desktop never a key file, the other shells have no key store. */
function ownWay({ options: { shell, keyStore } }: HeldProfile): KeysState['canRemember'] {
  if (shell !== 'desktop') return 'keyFile';
  return keyStore?.fresh ? 'osKeyStore' : null;
}

/** The data key that the slot gives without asking anybody; null when it gives none. */
function opensHere(slot: Slot, { options: { folder, keyStore } }: HeldProfile): Buffer | null {
  try {
    if (slot.kind === 'keyFile') return unwrapKey(slot, readKeyFile(folder));
    const wrappingKey = keyStore ? wrappingKeyOf(keyStore, slot) : null;
    return wrappingKey && unwrapKey(slot, wrappingKey);
  } catch (error) {
    if (isShut(error)) return null;
    throw error;
  }
}

function remember(profile: HeldProfile): 'keyFile' | 'osKeyStore' {
  const { folder, keyStore } = profile.options;
  const key = profile.engine?.base.key;
  const kind = ownWay(profile);
  if (!key || !kind) throw refused('keyStoreNone');
  if (kind === 'keyFile') addKeyFileSlot(folder, key);
  else if (!keyStore || !addKeyStoreSlot(folder, keyStore, key)) throw refused('keyStoreNone');
  return kind;
}

function rekey(profile: HeldProfile, code: string | null, renew: () => void): Rekeyed {
  const { folder, keyStore } = profile.options;
  const base = profile.engine?.base;
  if (!base) throw refused('shut');
  if (code !== null && !opensWithCode(slotFileIn(folder), code, base.key)) throw refused('wrongCode');
  const newKey = newDataKey();
  const options = { folder, key: base.key, code, keyStore: keyStore ?? null, now: base.now() };
  const plan = planRekey(newKey, options);
  if (plan.slots.length === 0) throw refused('onlyWay');
  let failure: unknown = null;
  profile.reopen(() => {
    try {
      rekeyBase(plan, newKey, options);
    } catch (error) {
      failure = error;
    }
  });
  renew();
  if (failure) throw environmentError(failure);
  return { kept: kindsIn(plan.slots), dropped: kindsIn(plan.dropped) };
}

function opensWithCode(file: SlotFile | null, code: string, dataKey: Buffer): boolean {
  if (readCode(code).is !== 'whole') return false;
  const opener = recoveryCodeOpener(code);
  return (file?.slots ?? [])
    .filter(({ kind }) => kind === 'recoveryCode')
    .some((slot) => {
      const wrappingKey = opener.wrappingKey(slot);
      return wrappingKey !== null && unwrapKey(slot, wrappingKey)?.equals(dataKey) === true;
    });
}

function kindsIn(slots: Slot[]): SlotKind[] {
  return WAYS.filter((kind) => slots.some((slot) => slot.kind === kind));
}

const os = implement(keys).$context<EngineContext>();

/** The screens that show the ways ask again. */
function tellChanged(base: Base): void {
  base.events.emit({ topics: ['setting'], ids: null });
}

export const keysRouter = os.router({
  state: os.state.handler(({ context }) => {
    openBaseOf(context);
    return context.host.keys.describe();
  }),
  newCode: os.newCode.handler(({ context }) => {
    openBaseOf(context);
    return context.host.keys.newCode();
  }),
  confirmCode: os.confirmCode.handler(({ input, context }) => {
    const base = openBaseOf(context);
    const proof = context.host.keys.confirmCode(input.text);
    if (proof.proved) tellChanged(base);
    return proof;
  }),
  discardCode: os.discardCode.handler(({ context }) => {
    openBaseOf(context);
    context.host.keys.discardCode();
    return {};
  }),
  remember: os.remember.handler(({ context }) => {
    const base = openBaseOf(context);
    const kind = context.host.keys.remember();
    tellChanged(base);
    return { kind };
  }),
  removeKeyFile: os.removeKeyFile.handler(({ context }) => {
    const base = openBaseOf(context);
    context.host.keys.removeKeyFile();
    tellChanged(base);
    return {};
  }),
  rekey: os.rekey.handler(async ({ input, context }) => {
    openBaseOf(context);
    await backupEnded(context);
    if (serviceOf(hostOf(context)).isBusy) throw refused('importRunning');
    return context.host.keys.rekey(input.code);
  }),
});

/** A backup under way would hold the slots of one key and the base of the other; most end within seconds. */
async function backupEnded({ host }: EngineContext): Promise<void> {
  for (const until = Date.now() + BACKUP_PATIENCE_MS; host.backups.state().running; await pause(100))
    if (Date.now() > until) throw refused('backupRunning');
}

function openBaseOf(context: EngineContext): Base {
  return context.engine.base;
}
