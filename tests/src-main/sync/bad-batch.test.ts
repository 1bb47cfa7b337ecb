import { expect, test } from 'vitest';
import { fieldsKnown } from '#main/data/remote/park.ts';
import { write } from '#main/data/write.ts';
import { client } from '#shared/entities/clients.ts';
import { expectAgreement, startTeam } from '../../helpers/team.ts';
import { clientOf, editClient, LABEL, newClient } from '../../helpers/team-work.ts';

test('one change that the server cannot even read holds up nothing else: it is given up and kept here', async () => {
  const team = await startTeam();
  const [eva, jan] = [await team.add('eva'), await team.add('jan')];
  await eva.sync();
  const good = [newClient(eva, 'Prvá'), newClient(eva, 'Druhá')];
  const bad = newClient(eva, 'Zlá');
  good.push(newClient(eva, 'Tretia'));
  // Such a base cannot be understood: the whole message is refused for it.
  eva.base.writer.exec(`UPDATE change SET base = '{"name":"no id"}' WHERE id = '${bad}'`);
  await eva.sync();
  await jan.sync();
  for (const id of good) expect(clientOf(jan, id)).toBeDefined();
  expect(clientOf(jan, bad)).toBeUndefined();
  expect(await eva.client.sync.rejected({})).toMatchObject([
    { reason: 'void', changes: [{ record: bad, kind: 'create', units: { name: { name: 'Zlá' } } }] },
  ]);
  await expectAgreement(eva, jan);
});

test('work of many days goes in portions, all of it', async () => {
  const team = await startTeam();
  const [eva, jan] = [await team.add('eva'), await team.add('jan')];
  for (let no = 0; no < 450; no += 1) newClient(eva, `Firma ${no}`);
  const firm = newClient(eva, 'Dlhá');
  editClient(eva, firm, { notes: 'slovo '.repeat(3_000) });
  await eva.sync();
  for (let no = 0; no < 100; no += 1) {
    write(eva.base, LABEL, (tx) => {
      tx.edit(client, firm, { town: `Obec ${no}` });
      tx.create(client, tx.newId(), { name: `S obcou ${no}`, status: 'active', notes: 'x'.repeat(15_000) });
    });
  }
  await eva.sync();
  await expectAgreement(jan, eva);
  expect(jan.base.reader.prepare('SELECT count(*) FROM client').pluck().get()).toBe(551);
});

test('what an older version did not understand is looked at by the next one', async () => {
  const team = await startTeam();
  const [eva, jan] = [await team.add('eva'), await team.add('jan')];
  const firm = newClient(eva, 'Píla', { segment: 'drevo' });
  await expectAgreement(eva, jan);
  // As a version would have left it that did not know the segment.
  const { base } = jan;
  const item = {
    entity: 'client',
    id: firm,
    root: firm,
    seq: base.reader.prepare('SELECT seq FROM record_meta WHERE record = ?').pluck().get(firm),
    data: { name: 'Píla', status: 'active', segment: 'drevo', owner: eva.base.member() },
    units: Object.fromEntries(
      ['name', 'status', 'segment', 'owner'].map((unit) => [
        unit,
        { change: firm, hlc: '0'.repeat(32), actor: eva.base.member() },
      ]),
    ),
    createdAt: clientOf(eva, firm)?.['created_at'],
    createdBy: eva.base.member(),
    deletedAt: null,
  };
  base.writer.exec(`UPDATE client SET segment = NULL WHERE id = '${firm}'`);
  base.writer
    .prepare('INSERT INTO parked_remote (entity, record, seq, item) VALUES (?, ?, ?, ?)')
    .run('client', firm, item.seq, JSON.stringify(item));
  const next = jan.restart();
  expect(clientOf(next, firm)).toMatchObject({ segment: 'drevo' });
  expect(next.base.reader.prepare('SELECT count(*) FROM parked_remote').pluck().get()).toBe(0);
  expect(fieldsKnown()).toContain('segment');
  await expectAgreement(next, eva);
});
