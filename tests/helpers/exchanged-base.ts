/**
 * Puts a base into the state it has after some days with a team: `node exchanged-base.ts PROFILE`. The records go
 * through the write door; what only the running exchange writes is put where it would have put it.
 */
import process from 'node:process';
import { v7 as newId } from 'uuid';
import type { Base } from '#main/data/base.ts';
import { statement } from '#main/data/statement.ts';
import { writeSync } from '#main/data/sync-store.ts';
import { write } from '#main/data/write.ts';
import { openHost } from '#main/engine/host.ts';
import { conflict } from '#shared/entities/conflicts.ts';
import { client } from '#shared/entities/clients.ts';
import { contract } from '#shared/entities/contracts.ts';
import { member } from '#shared/entities/settings.ts';
import type { NewValues } from '#shared/entities/define.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const profile = process.argv[2];
if (!profile) throw new Error('exchanged-base.ts PROFILE');
const host = openHost({
  profile,
  shell: 'commandLine',
  defaults: { language: 'sk', country: 'SK', name: 'Zuzana Kováčová' },
});
fill(host.context('script').engine.base);
host.close();

function fill(base: Base): void {
  const now = Date.now();
  const peter = newId();
  const me = base.member();
  const contracts = idsOf(base, 'contract', 'client');
  const [first] = contracts;
  const other = contracts.find(({ client: of }) => of !== first?.client);
  if (!first || !other) throw new Error('the base has too few contracts');

  const sides = (lostBy: string, keptBy: string) => ({
    keptChange: newId(),
    keptBy,
    keptAt: now - 2 * HOUR,
    lostChange: newId(),
    lostBy,
    lostAt: now - 2 * DAY,
  });
  const term = { startsOn: '2026-01-01', endsOn: '2027-12-31', renews: true };
  const found: NewValues<typeof conflict>[] = [
    {
      about: first.client,
      kind: 'value',
      entity: 'contract',
      record: first.id,
      unit: 'term',
      before: { ...term, noticeMonths: 3 },
      lost: { ...term, noticeMonths: 6 },
      kept: { ...term, noticeMonths: 2 },
      ...sides(me, peter),
    },
    {
      about: first.client,
      kind: 'text',
      entity: 'client',
      record: first.client,
      unit: 'termsBrief',
      before: { termsBrief: 'Splatnosť 30 dní, zľava 5 % pri odbere nad 20 paliet.' },
      lost: { termsBrief: 'Splatnosť 30 dní, zľava 8 % pri odbere nad 20 paliet, doprava v cene.' },
      kept: { termsBrief: 'Splatnosť 45 dní, zľava 6 % pri odbere nad 30 paliet.' },
      ...sides(me, peter),
    },
    {
      about: other.client,
      kind: 'deleted',
      entity: 'contract',
      record: other.id,
      unit: 'status',
      before: { status: 'negotiated' },
      lost: null,
      kept: { status: 'signed' },
      ...sides(peter, me),
    },
    {
      about: other.client,
      kind: 'value',
      entity: 'client',
      record: other.client,
      unit: 'status',
      before: null,
      lost: { status: 'dormant' },
      kept: { status: 'former' },
      ...sides(peter, peter),
    },
  ];
  write(base, { key: 'began', params: {} }, (tx) => {
    tx.create(member, peter, { name: 'Peter Horváth' });
    tx.edit(contract, first.id, { ...term, noticeMonths: 2 });
    tx.edit(client, first.client, { termsBrief: 'Splatnosť 45 dní, zľava 6 % pri odbere nad 30 paliet.' });
    for (const values of found) tx.create(conflict, newId(), values);
    tx.create(conflict, newId(), {
      ...(found[0] as NewValues<typeof conflict>),
      choice: 'restored',
      resolvedBy: peter,
      resolvedAt: now - HOUR,
    });
  });
  writeExchange(base, now, first);
}

function writeExchange(
  { writer, member: me }: Base,
  now: number,
  contractOf: { id: string; client: string },
) {
  writeSync(writer, 'connection', {
    server: 'https://vizitka.drevo.example',
    workspace: { id: newId(), name: 'Drevo a syn, s. r. o.', clientScope: 'territory' },
    member: {
      id: me(),
      name: 'Zuzana Kováčová',
      email: 'zuzana.kovacova@drevo.example',
      role: 'rep',
      team: 'Stred',
      territories: ['Žilina', 'Orava'],
      removedAt: null,
    },
    device: newId(),
    signedInAt: now - 30 * DAY,
  });
  writeSync(writer, 'staysOffline', true);
  writeSync(writer, 'lastExchangeAt', now - 2 * HOUR);
  writeSync(writer, 'lastVerifiedAt', now - DAY);
  writeSync(writer, 'clockOffset', -11 * DAY);
  writeSync(writer, 'trouble', { reason: 'notOurServer', since: now - HOUR, count: 4 });
  for (let at = 0; at < 40; at += 1) {
    statement(
      writer,
      `INSERT INTO exchange (at, ms, sent, received, rejected, conflicts, trouble) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      now - (40 - at) * 2 * HOUR,
      300 + at,
      (at * 7) % 23,
      at === 0 ? 1240 : (at * 5) % 17,
      at === 30 ? 1 : 0,
      at % 13 === 4 ? 1 : 0,
      at % 9 === 7 ? 'offline' : null,
    );
  }
  for (const [reason, unit] of [
    ['notAllowed', { status: { status: 'signed' } }],
    ['void', { notes: { notes: 'Doplniť prílohu č. 2 k zmluve.' } }],
  ] as const) {
    statement(
      writer,
      `INSERT INTO rejected (change, txn, entity, record, root, kind, units, reason, written_at, rejected_at)
       VALUES (?, ?, 'contract', ?, ?, 'set', ?, ?, ?, ?)`,
    ).run(
      newId(),
      newId(),
      contractOf.id,
      contractOf.client,
      JSON.stringify(unit),
      reason,
      now - 3 * DAY,
      now - 2 * HOUR,
    );
  }
}

function idsOf({ reader }: Base, table: string, beside: string) {
  return statement<{ id: string; client: string }>(
    reader,
    `SELECT id, ${beside} AS client FROM ${table} WHERE deleted_at IS NULL ORDER BY id LIMIT 50`,
  ).all();
}
