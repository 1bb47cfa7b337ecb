/** Devices, their server, the network between them, and everything that may befall them, one step after the other. */
import { NOW, deviceOf, idOf } from '../../helpers/merge-store.ts';
import { type DeviceState, ModelDevice, type Row, type Tools } from './device.ts';
import { Oracle, wordsIn } from './oracle.ts';
import type { Rules } from './rules.ts';
import { ModelServer } from './server.ts';
import type { Ask } from './talk.ts';

const HOUR = 3_600_000;
const DEVICES = 5;
/** Rounds in which everything must be drained once nothing disturbs any more. */
const ROUNDS = 4;
const MESSAGES = 200;

/** A step: what happens, and three numbers that say to whom and how. */
export interface Step {
  readonly what: keyof typeof STEPS;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

export class World {
  readonly devices: ModelDevice[] = [];
  readonly server: ModelServer;
  readonly oracle: Oracle;
  /** Requests on their way, some of them sent long ago by an exchange that was given up. */
  readonly requests: { device: ModelDevice; ask: Ask }[] = [];
  readonly #rules: Rules;
  readonly #ahead: number[] = [];
  readonly #profiles = new Map<ModelDevice, { state: DeviceState; written: ReadonlySet<string> }>();
  #now = NOW;
  #count = 0;

  /** `clocks`: hours by which each device's clock is ahead of the true time. */
  constructor(rules: Rules, clocks: readonly number[]) {
    this.#rules = rules;
    this.server = new ModelServer(rules, () => this.#now);
    this.oracle = new Oracle(this.server, this.devices);
    for (const hours of clocks) {
      const number = this.devices.length;
      this.#addDevice(hours, {
        ...this.#newName(),
        member: idOf('member', number),
        clock: { ms: 0, counter: 0 },
        lastN: 0,
        epoch: null,
        cursor: 0,
        changes: [],
        confirmed: new Map(),
        rejected: new Map(),
        sweep: null,
      });
    }
  }

  /** Sentences about what does not hold after the step. */
  step({ what, a, b, c }: Step): string[] {
    this.#now += 1_000;
    const device = this.devices[a % this.devices.length];
    if (device) STEPS[what](this, device, b, c);
    return this.oracle.problems();
  }

  settle(): void {
    const [first] = this.devices;
    if (!first) return;
    STEPS.createClient(this, first);
    STEPS.createContract(this, first, 0);
    for (const device of this.devices) this.exchange(device);
    this.server.backup();
  }

  /** Nothing disturbs any more: late requests arrive, and every device exchanges of its own accord. */
  heal(): string[] {
    for (const { ask } of this.requests.splice(0)) this.server.answer(ask);
    for (const device of this.devices) device.crash();
    for (let round = 0; round < ROUNDS; round++) {
      for (const device of this.devices) this.exchange(device);
    }
    return [...this.oracle.problems(), ...this.oracle.finalProblems()];
  }

  exchange(device: ModelDevice): void {
    device.waitsFor = null;
    for (let message = 0; message < MESSAGES; message++) {
      const goesOn = device.receive(this.server.answer(device.next()));
      device.applyLate();
      if (!goesOn) return;
    }
  }

  word(): string {
    return `~w${++this.#count}~`;
  }

  id(): string {
    return idOf('change', ++this.#count);
  }

  wait(hours: number): void {
    this.#now += hours * HOUR;
  }

  setClock(device: ModelDevice, hours: number): void {
    this.#ahead[this.devices.indexOf(device)] = hours * HOUR;
  }

  saveProfile(device: ModelDevice): void {
    this.#profiles.set(device, { state: structuredClone(device.state), written: this.oracle.written() });
  }

  restoreProfile(device: ModelDevice): void {
    const saved = this.#profiles.get(device);
    if (!saved) return;
    device.crash();
    device.state = structuredClone(saved.state);
    this.oracle.livesAgain(device);
    this.oracle.profileWentBack(device, saved.written);
  }

  copyProfile(device: ModelDevice): void {
    if (this.devices.length === DEVICES) return;
    this.oracle.livesAgain(device, this.#addDevice(0, structuredClone(device.state)));
  }

  /** Live records whose root is live, as the person sees them. */
  liveRows(device: ModelDevice): Row[] {
    return device.rows().filter(({ isDeleted, root }) => !isDeleted && device.row(root)?.isDeleted === false);
  }

  #addDevice(hours: number, state: DeviceState): ModelDevice {
    const number = this.devices.length;
    this.#ahead.push(hours * HOUR);
    const tools: Tools = {
      now: () => Math.max(0, this.#now + (this.#ahead[number] ?? 0)),
      id: () => this.id(),
      device: () => this.#newName(),
    };
    const device = new ModelDevice(state, this.#rules, tools);
    this.devices.push(device);
    return device;
  }

  #newName(): { id: string; hlcDevice: string } {
    const number = ++this.#count;
    return { id: `device ${number}`, hlcDevice: deviceOf(number) };
  }
}

type Happen = (world: World, device: ModelDevice, b: number, c: number) => void;

export const STEPS = {
  createClient(world, device) {
    const [id, word] = [world.id(), world.word()];
    device.create('client', id, id, { name: { name: word }, status: { status: 'active' } }, id);
    world.oracle.wrote(device, word, []);
  },

  createContract(world, device, b) {
    const client = pick(
      world.liveRows(device).filter(({ entity }) => entity === 'client'),
      b,
    );
    if (!client) return;
    const [id, word] = [world.id(), world.word()];
    const units = {
      client: { client: client.id },
      title: { title: 'zmluva' },
      status: { status: 'draft' },
      notes: { notes: word },
    };
    device.create('contract', id, client.id, units, id);
    world.oracle.wrote(device, word, []);
  },

  /** Writes over what stands there; every fifth time something that the server refuses, with something good beside it. */
  edit(world, device, b, c) {
    // mostly the same two records, so that people meet in them
    const row = pick(world.liveRows(device).slice(0, b % 4 === 0 ? undefined : 2), b);
    if (!row) return;
    const [word, txn] = [world.word(), world.id()];
    const { units, insteadOf } = edited(row, word, c);
    if (c % 5 > 0) device.edit(row, units, txn);
    else {
      device.edit(row, { ...units, colour: { colour: word } }, txn);
      const [id, other] = [world.id(), world.word()];
      device.create('client', id, id, { name: { name: other }, status: { status: 'active' } }, txn);
      world.oracle.wrote(device, other, []);
    }
    world.oracle.wrote(device, word, insteadOf);
  },

  remove(world, device, b) {
    const row = pick(world.liveRows(device), b);
    if (!row) return;
    world.oracle.deleted(
      device,
      device.rows().filter(({ id, root }) => id === row.id || root === row.id),
    );
    device.setDeleted(row, 'delete');
  },

  takeBack(_, device, b) {
    const row = pick(
      device.rows().filter(({ isDeleted }) => isDeleted),
      b,
    );
    if (row) device.setDeleted(row, 'restore');
  },

  exchange(world, device) {
    world.exchange(device);
  },

  send(world, device) {
    if (device.waitsFor) return;
    const ask = device.next();
    device.waitsFor = { ask, answer: null };
    world.requests.push({ device, ask });
  },

  /** One of the requests arrives, be it out of order; every third time it will arrive once more. */
  arrive(world, _, b, c) {
    const index = b % Math.max(1, world.requests.length);
    const request = world.requests[index];
    if (!request) return;
    if (c % 3 > 0) world.requests.splice(index, 1);
    const answer = world.server.answer(request.ask);
    const { waitsFor } = request.device;
    // a captive portal or half a body is no answer at all; nor is one to an exchange that was given up
    if (waitsFor?.ask === request.ask && c % 4 > 0) waitsFor.answer = answer;
  },

  take(_, device) {
    const answer = device.waitsFor?.answer;
    if (!answer) return;
    device.waitsFor = null;
    device.receive(answer);
  },

  lose(world, _, b) {
    world.requests.splice(b % Math.max(1, world.requests.length), 1);
  },

  /** Also what a person sees as a time-out. */
  crash(_, device) {
    device.crash();
  },

  saveProfile: (world, device) => world.saveProfile(device),
  restoreProfile: (world, device) => world.restoreProfile(device),
  copyProfile: (world, device) => world.copyProfile(device),
  backUp: (world) => world.server.backup(),

  restoreServer(world) {
    world.server.restore();
    world.oracle.serverWentBack();
  },

  wait: (world, _, b) => world.wait(b % 72),
  setClock: (world, device, b) => world.setClock(device, (b % 600) - 300),
} satisfies Record<string, Happen>;

function pick<T>(from: readonly T[], number: number): T | undefined {
  return from[number % Math.max(1, from.length)];
}

/** One unit of a record written anew, and the words that go before the author's eyes. */
function edited(
  { entity, data }: Row,
  word: string,
  how: number,
): { units: Record<string, Record<string, unknown>>; insteadOf: string[] } {
  const unit = entity === 'contract' ? 'notes' : (['name', 'ico', 'notes', 'phones'] as const)[how % 4];
  if (unit === 'name' || unit === 'ico') {
    return { units: { [unit]: { [unit]: word } }, insteadOf: [...wordsIn([data[unit]])] };
  }
  if (unit === 'notes') {
    const words = ((data['notes'] ?? '') as string).split(' ').filter(Boolean);
    const gone = words.splice(how % (words.length + 1), how % 2, word);
    return { units: { notes: { notes: words.join(' ') } }, insteadOf: gone };
  }
  const phones = [...((data['phones'] ?? []) as { value: string; kind: string }[])];
  const gone = phones.splice(how % (phones.length + 1), how % 2, { value: word, kind: 'work' });
  return { units: { phones: { phones } }, insteadOf: gone.map(({ value }) => value) };
}
