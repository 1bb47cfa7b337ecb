/** Merging of duplicates between laptops and a server: what is refused, who sees what, and what meets a deletion. */
import { describe, expect, test } from 'vitest';
import { contact, position } from '#shared/entities/clients.ts';
import { interaction } from '#shared/entities/meetings.ts';
import { write } from '#main/data/write.ts';
import { type Colleague, expectAgreement, startTeam } from '../../helpers/team.ts';
import { clientOf, LABEL, newClient } from '../../helpers/team-work.ts';

const ids = ({ base }: Colleague, table: string) =>
  base.reader.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all() as string[];
const shown = async ({ client }: Colleague) =>
  (await client.clients.list({ filter: {} })).rows.map(({ id }) => id);
const talks = async ({ client }: Colleague, id: string) =>
  (await client.clients.desk({ id })).counts.interactions;
const refusals = async ({ client }: Colleague) =>
  (await client.sync.rejected({})).map(({ reason }) => reason);

function newTalk({ base }: Colleague, client: string): string {
  const id = base.newId();
  write(base, LABEL, (tx) =>
    tx.create(interaction, id, {
      client,
      kind: 'call',
      happenedAt: 1,
      zone: 'Europe/Bratislava',
      author: tx.member,
    }),
  );
  return id;
}

/** Eva, the administrator, and Ján with the same two firms. */
async function twoFirms() {
  const team = await startTeam();
  const [eva, jan] = [await team.add('eva'), await team.add('jan')];
  const [a, b] = [newClient(eva, 'Píla Tatry'), newClient(eva, 'Píla Tatry, s. r. o.')];
  newTalk(eva, a);
  newTalk(eva, b);
  await expectAgreement(eva, jan);
  return { eva, jan, a, b };
}

describe('two who merge at the same time', () => {
  test('one into the other and the other way round: the second is refused, both see one firm', async () => {
    const { eva, jan, a, b } = await twoFirms();
    await eva.client.clients.merge({ id: a, into: b });
    await jan.client.clients.merge({ id: b, into: a });
    await expectAgreement(eva, jan);
    for (const one of [eva, jan]) {
      expect(await shown(one)).toEqual([b]);
      expect(await talks(one, a)).toBe(2);
    }
    expect(await refusals(eva)).toEqual([]);
    expect(await refusals(jan)).toEqual(['mergeCycle']);
    const [refused] = await jan.client.sync.rejected({});
    expect(refused?.changes).toMatchObject([
      { record: b, title: 'Píla Tatry, s. r. o.', names: { [a]: 'Píla Tatry' } },
    ]);
    expect(clientOf(jan, b)).toMatchObject({ merged_into: null });
  });

  test('in a longer ring', async () => {
    const { eva, jan, a, b } = await twoFirms();
    const c = newClient(eva, 'Píla');
    await expectAgreement(eva, jan);
    await eva.client.clients.merge({ id: a, into: b });
    await eva.client.clients.merge({ id: b, into: c });
    await jan.client.clients.merge({ id: c, into: a });
    await expectAgreement(eva, jan);
    expect(await refusals(jan)).toEqual(['mergeCycle']);
    for (const one of [eva, jan]) expect(await shown(one)).toEqual([c]);
  });

  test('into a firm that was removed: refused, they stay what they were', async () => {
    const { eva, jan, a, b } = await twoFirms();
    await eva.client.clients.remove({ id: b });
    await eva.sync();
    await jan.client.clients.merge({ id: a, into: b });
    await expectAgreement(jan, eva);
    expect(await refusals(jan)).toEqual(['mergedIntoDeleted']);
    for (const one of [eva, jan]) expect(await shown(one)).toEqual([a]);
  });

  test('a new firm stays where the one that it was merged into is gone', async () => {
    const { eva, jan, b } = await twoFirms();
    await eva.client.clients.remove({ id: b });
    await eva.sync();
    const fresh = newClient(jan, 'Nová píla');
    await jan.client.clients.merge({ id: fresh, into: b });
    await expectAgreement(jan, eva);
    for (const one of [eva, jan]) expect(await shown(one)).toContain(fresh);
  });

  test('both new, with what stands on them, before anything was sent', async () => {
    const { eva, jan } = await twoFirms();
    const [c, d] = [newClient(jan, 'C'), newClient(jan, 'D')];
    newTalk(jan, c);
    await jan.client.clients.merge({ id: c, into: d });
    await expectAgreement(jan, eva);
    expect(await shown(eva)).not.toContain(c);
    expect(await talks(eva, d)).toBe(1);
  });
});

describe('a winner that is removed', () => {
  test('takes along who is merged into it, and all comes back by undo', async () => {
    const { eva, jan, a, b } = await twoFirms();
    await eva.client.clients.merge({ id: a, into: b });
    await expectAgreement(eva, jan);
    const { action } = await jan.client.clients.remove({ id: b });
    await expectAgreement(jan, eva);
    expect(await shown(eva)).toEqual([]);
    await jan.client.undo.apply({ action: action ?? '' });
    await expectAgreement(jan, eva);
    expect(await shown(eva)).toEqual([b]);
    expect(await talks(eva, b)).toBe(2);
  });

  test('stays when somebody merged into it, or wrote under it, unseen', async () => {
    const { eva, jan, a, b } = await twoFirms();
    await eva.client.clients.merge({ id: a, into: b });
    await eva.sync();
    await jan.client.clients.remove({ id: b });
    await expectAgreement(jan, eva);
    expect(await shown(eva)).toEqual([b]);
    expect(await shown(jan)).toEqual([b]);
    // the firm has lost what Ján knew of it; what stands on the other one is shown
    expect(await talks(jan, b)).toBe(1);
    newTalk(eva, a);
    await eva.sync();
    await jan.client.clients.remove({ id: b });
    await expectAgreement(jan, eva);
    expect(await shown(jan)).toEqual([b]);
  });
});

describe('where only owners see a client', () => {
  async function owners() {
    const team = await startTeam();
    const eva = await team.add('eva');
    await eva.client.sync.changeWorkspace({ clientScope: 'owner' });
    const [jan, ivo] = [await team.add('jan'), await team.add('ivo')];
    for (const one of [eva, jan, ivo]) await one.sync();
    const [a, b] = [newClient(jan, 'Jánova'), newClient(ivo, 'Ivova')];
    newTalk(jan, a);
    newTalk(ivo, b);
    const person = jan.base.newId();
    write(jan.base, LABEL, (tx) => {
      tx.create(contact, person, { lastName: 'Kováč' });
      tx.create(position, tx.newId(), { client: a, contact: person });
    });
    await expectAgreement(jan, ivo, eva);
    return { eva, jan, ivo, a, b, person };
  }

  test('whoever sees one of two merged sees both, until they are two again', async () => {
    const { eva, jan, ivo, a, b, person } = await owners();
    expect(ids(ivo, 'client')).toEqual([b]);
    await eva.client.clients.merge({ id: a, into: b });
    await expectAgreement(eva, jan, ivo);
    for (const one of [jan, ivo]) {
      expect(ids(one, 'client')).toEqual([a, b].toSorted());
      expect(await shown(one)).toEqual([b]);
      expect(await talks(one, b)).toBe(2);
      expect((await one.client.clients.desk({ id: b })).people.map(({ contact: { id } }) => id)).toEqual([
        person,
      ]);
    }
    newTalk(jan, b);
    await expectAgreement(jan, ivo);
    expect(await talks(ivo, b)).toBe(3);
    await eva.client.clients.unmerge({ id: a });
    await expectAgreement(eva, jan, ivo);
    expect(ids(jan, 'client')).toEqual([a]);
    expect(ids(ivo, 'client')).toEqual([b]);
    expect(ids(ivo, 'contact')).toEqual([]);
    // what was written meanwhile stays with the winner
    expect(await talks(ivo, b)).toBe(2);
    expect(await talks(jan, a)).toBe(1);
  });

  test('the same for people, and under another rule of sight', async () => {
    const { eva, jan, ivo, b, person } = await owners();
    const other = ivo.base.newId();
    write(ivo.base, LABEL, (tx) => {
      tx.create(contact, other, { lastName: 'Kováč ml.' });
      tx.create(position, tx.newId(), { client: b, contact: other });
    });
    await expectAgreement(ivo, eva);
    await eva.client.contacts.merge({ id: person, into: other });
    await expectAgreement(eva, ivo, jan);
    for (const one of [jan, ivo]) expect(ids(one, 'contact')).toEqual([person, other].toSorted());
    await eva.client.sync.changeWorkspace({ clientScope: 'team' });
    await expectAgreement(eva, ivo, jan);
    for (const one of [jan, ivo]) expect(ids(one, 'contact')).toEqual([person, other].toSorted());
  });
});
