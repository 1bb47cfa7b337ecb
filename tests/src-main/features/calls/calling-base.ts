/** A call list on an engine of its own, at a Thursday noon, and what one does with it. */
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { Whom } from '#shared/contract/calls.ts';
import { openTestEngine, type TestEngine } from '../../../helpers/test-engine.ts';

/** Thursday 26 November 2026, noon in Bratislava. */
export const NOW = Date.UTC(2026, 10, 26, 11);
export const HOUR = 3_600_000;
export const ZONE = 'Europe/Bratislava';

type Attempt = Parameters<TestEngine['client']['calls']['attempt']>[0];

/** Opens an engine before each test; after it the base must be whole. */
export function openCalling() {
  let opened: TestEngine;
  let id: string;
  const engine = () => opened;
  const list = () => id;

  beforeEach(() => {
    opened = openTestEngine();
    vi.spyOn(opened.base, 'now').mockReturnValue(NOW);
    id = opened.base.newId();
  });
  afterEach(async () => {
    expect(await opened.client.verify.run({})).toMatchObject({ clean: true, problems: [] });
    opened.close();
  });

  const newId = () => engine().base.newId();
  const undo = (action: string | null) => engine().client.undo.apply({ action: action ?? '' });
  const get = (now = NOW) => engine().client.calls.get({ id: list(), now });
  const queue = async (now = NOW) =>
    (await engine().client.calls.queue({ filter: { callList: list() }, now })).rows;
  const names = async (now = NOW) => (await queue(now)).map(({ clientName }) => clientName);
  const page = (id: string, now = NOW) => engine().client.calls.target({ id, now });

  async function addClient(name: string, values: object = {}): Promise<string> {
    const id = newId();
    await engine().client.clients.create({ id, values: { name, status: 'prospect', ...values } as never });
    return id;
  }

  async function addPerson(client: string, lastName: string, values: object = {}, place: object = {}) {
    const id = newId();
    const position = { id: newId(), values: { client, contact: id, ...place } as never };
    await engine().client.contacts.create({ id, values: { lastName, ...values } as never, position });
    return id;
  }

  function create(whom?: Whom) {
    return engine().client.calls.create({ id: list(), values: { name: 'Jeseň', script: null }, whom });
  }

  /** A list of one client. */
  async function listOf(client: string): Promise<string> {
    await create({ clients: [client] });
    return (await queue())[0]?.id ?? '';
  }

  async function attempt(
    target: string,
    told: Pick<Attempt, 'result'> & Record<string, unknown>,
    id = newId(),
  ) {
    const made = { id, target, zone: ZONE, ...told } as Attempt;
    return { id, ...(await engine().client.calls.attempt(made)) };
  }

  const timeline = async (client: string) =>
    (await engine().client.meetings.timeline({ client })).entries.map(({ interaction }) => interaction);

  return {
    engine,
    list,
    newId,
    undo,
    get,
    queue,
    names,
    page,
    addClient,
    addPerson,
    create,
    listOf,
    attempt,
    timeline,
  };
}
