/** A base with one client, and the records that a brief is read from, each written through the door. */
import { write } from '#main/data/write.ts';
import type { Brief, BriefLine, BriefSectionId } from '#shared/contract/brief.ts';
import { todayIn } from '#shared/domain/time/day.ts';
import { client as clientEntity, contact, position } from '#shared/entities/clients.ts';
import type { Entity, NewValues } from '#shared/entities/define.ts';
import { interaction, meeting } from '#shared/entities/meetings.ts';
import { objection } from '#shared/entities/objections.ts';
import { promise } from '#shared/entities/promises.ts';
import { openTestEngine } from '../../../helpers/test-engine.ts';

export const DAY = 86_400_000;
const ZONE = 'Europe/Bratislava';

export type BriefBase = ReturnType<typeof openBriefBase>;

export function openBriefBase() {
  const engine = openTestEngine();
  const now = Date.now();
  const today = todayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, now);

  function add<E extends Entity>(entity: E, values: NewValues<E>, enteredAt = now): string {
    const id = engine.base.newId();
    write(engine.base, { key: 'test', params: {} }, (tx) => tx.create(entity, id, values, enteredAt));
    return id;
  }

  function edit<E extends Entity>(entity: E, id: string, values: Partial<NewValues<E>>): void {
    write(engine.base, { key: 'test', params: {} }, (tx) => tx.edit(entity, id, values as never));
  }

  const name = 'Želiarska pekáreň, s. r. o.';
  const client = add(clientEntity, { name, status: 'active', segment: 'pekárne' }, now - 100 * DAY);

  return {
    engine,
    now,
    today,
    client,
    add,
    edit,
    ofClient: () => engine.client.brief.ofClient({ client }),
    said: (daysAgo: number, values: Partial<NewValues<typeof interaction>> = {}) =>
      add(interaction, {
        client,
        kind: 'call',
        happenedAt: now - daysAgo * DAY,
        zone: ZONE,
        author: engine.base.member(),
        ...values,
      }),
    planned: (values: Partial<NewValues<typeof meeting>> = {}) =>
      add(meeting, {
        client,
        type: 'negotiation',
        status: 'planned',
        startsAt: now + DAY,
        endsAt: now + DAY + 3_600_000,
        zone: ZONE,
        ...values,
      }),
    promised: (values: Partial<NewValues<typeof promise>>) =>
      add(promise, {
        client,
        side: 'ours',
        text: 'Pošleme vzorky',
        promisedAt: now,
        state: 'open',
        ...values,
      }),
    objected: (values: Partial<NewValues<typeof objection>>) =>
      add(objection, { client, raisedAt: now - 40 * DAY, text: 'Drahé', outcome: 'open', ...values }),
    /** A person with a place, both older than anything that is counted as news. */
    person: (lastName: string, values: Partial<NewValues<typeof position>> = {}, at = client) => {
      const emails = [{ kind: 'work' as const, value: 'info@x.sk' }];
      const id = add(contact, { lastName, preferredChannel: 'email', emails }, now - 90 * DAY);
      add(position, { client: at, contact: id, ...values }, now - 90 * DAY);
      return id;
    },
  };
}

export const linesOf = (brief: Brief, id: BriefSectionId): BriefLine[] =>
  brief.sections.find((section) => section.id === id)?.lines ?? [];

/** What was typed, line by line. */
export const textsOf = (lines: readonly BriefLine[]) =>
  lines.map(({ words }) => words.flatMap((word) => (word.is === 'text' ? word.text : [])).join(' '));
