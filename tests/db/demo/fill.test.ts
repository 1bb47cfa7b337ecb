import { randomBytes } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fillDemo } from '#db/demo/fill.ts';
import type { DemoRecord } from '#db/demo/record.ts';
import { readRecord } from '#main/data/codec.ts';
import { verifyBase } from '#main/data/verify.ts';
import { write } from '#main/data/write.ts';
import { fillWhenEmpty } from '#main/engine/demo.ts';
import { openEngine } from '#main/engine/engine.ts';
import { checkDic, checkIco, checkVatId } from '#shared/domain/clients/company-ids.ts';
import { addDays, todayIn } from '#shared/domain/time/day.ts';
import { entities, entityNamed } from '#shared/entities/index.ts';
import { makeFolder } from '../../helpers/folder.ts';

const NOW = Date.UTC(2026, 4, 20, 9, 30);
const TODAY = todayIn('Europe/Bratislava', NOW);

/** Ids in order instead of by chance, so that two fillings can be compared. */
function build(now: number): DemoRecord[] {
  let last = 0;
  const newId = () => `0190a000-0000-7000-8000-${String(++last).padStart(12, '0')}`;
  return fillDemo({ now: () => now, newId, member: () => '0190a000-0000-7000-8000-999999999999' });
}

const demo = build(NOW);
const of = (entity: string) => demo.filter((record) => record.entity === entity).map(({ values }) => values);

describe('the demo base as built', () => {
  test('holds what an account manager works with', () => {
    expect(of('client')).toHaveLength(60);
    expect(of('contact').length).toBeGreaterThanOrEqual(130);
    expect(of('interaction').length).toBeGreaterThanOrEqual(280);
    expect(of('objection').length).toBeGreaterThanOrEqual(60);
    expect(of('contract').length).toBeGreaterThanOrEqual(30);
    expect(of('meeting').filter(({ status }) => status === 'planned')).toHaveLength(8);
    expect(of('meeting').length).toBeGreaterThan(30);
    expect(of('callTarget')).toHaveLength(9);
    const used = (entity: string, field: string) => new Set(of(entity).map((values) => values[field]));
    expect(used('contract', 'status')).toEqual(new Set(entities.contract.fields.status.values));
    expect(used('objection', 'outcome')).toEqual(new Set(entities.objection.fields.outcome.values));
    expect(used('client', 'status')).toEqual(new Set(entities.client.fields.status.values));
    expect(used('interaction', 'kind')).toEqual(new Set(entities.interaction.fields.kind.values));
  });

  test('is the same every time', () => {
    expect(build(NOW)).toEqual(demo);
  });

  test('has every record valid, and refers only to what is there before it', () => {
    const known = new Set(['0190a000-0000-7000-8000-999999999999']);
    for (const { entity, id, values } of demo) {
      const parsed = entityNamed(entity).create.safeParse(values);
      expect(parsed.error, entity).toBeUndefined();
      for (const [field, { kind }] of Object.entries(entityNamed(entity).fields)) {
        if (kind !== 'reference' && kind !== 'references') continue;
        for (const target of [values[field]].flat())
          if (target) expect(known, `${entity}.${field}`).toContain(target);
      }
      known.add(id);
    }
  });

  test('visits say how long they took and where; some were driven to, the newest not yet', () => {
    const visits = of('interaction').filter(({ kind }) => kind === 'visit');
    for (const { happenedAt, endedAt, place } of visits) {
      expect(place).toBeTruthy();
      if (endedAt !== null) expect(Number(endedAt)).toBeGreaterThan(Number(happenedAt));
    }
    expect(visits.filter(({ needs }) => needs).length).toBeGreaterThan(20);
    const trips = of('trip');
    expect(trips.length).toBeGreaterThan(20);
    expect(trips.every(({ on }) => String(on) < addDays(TODAY, -7))).toBe(true);
  });

  test('promises of both sides: some late, some ahead, most of the past kept; departments asked', () => {
    const promises = of('promise');
    for (const { closedAt, promisedAt, state } of promises) {
      expect(closedAt === null).toBe(state === 'open');
      if (closedAt !== null) expect(Number(closedAt)).toBeGreaterThan(Number(promisedAt));
      expect(Number(closedAt)).toBeLessThan(NOW);
    }
    const open = promises.filter(({ state }) => state === 'open');
    expect(open.filter(({ dueOn }) => String(dueOn) < TODAY).length).toBeGreaterThan(2);
    expect(open.filter(({ dueOn }) => String(dueOn) >= TODAY).length).toBeGreaterThan(5);
    expect(new Set(open.map(({ side }) => side))).toEqual(new Set(['ours', 'theirs']));
    const kept = promises.filter(({ state }) => state === 'kept').length;
    expect(kept).toBeGreaterThan(promises.filter(({ state }) => state === 'broken').length);
    for (const { answeredAt } of of('departmentRequest')) expect(Number(answeredAt)).toBeLessThan(NOW);
    expect(of('departmentRequest').some(({ answeredAt }) => answeredAt === null)).toBe(true);
  });

  test('company numbers pass their checks and repeat nowhere', () => {
    const local = of('client').filter(({ country }) => country === 'SK');
    for (const { ico, dic, icDph } of local) {
      expect(checkIco(String(ico))).toEqual({ value: ico });
      expect(checkDic(String(dic))).toEqual({ value: dic });
      if (icDph) expect(checkVatId(String(icDph), 'SK')).toEqual({ value: icDph });
    }
    const numbers = of('client').flatMap(({ ico }) => ico ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.every((ico) => String(ico).startsWith('990'))).toBe(true);
  });

  test('every address on the network ends in .example, and none repeats among people', () => {
    const mails = of('contact').flatMap(({ emails }) =>
      (emails as { value: string }[]).map(({ value }) => value),
    );
    const others = of('client').flatMap(({ emails, web }) => [
      ...(emails as { value: string }[]).map(({ value }) => value),
      web,
    ]);
    for (const address of [...mails, ...others]) expect(address).toMatch(/^[a-z0-9.:@/-]+\.example$/);
    expect(new Set(mails).size).toBe(mails.length);
  });

  test('is told from today: a year of talks behind, deadlines ahead', () => {
    const times = of('interaction').map(({ happenedAt }) => Number(happenedAt));
    expect(Math.max(...times)).toBeLessThanOrEqual(NOW);
    expect(NOW - Math.max(...times)).toBeLessThan(14 * 86_400_000);
    expect(NOW - Math.min(...times)).toBeLessThan(400 * 86_400_000);
    const soon = of('contract').filter((values) => {
      const deadline = entities.contract.derived?.['noticeDeadline']?.(values);
      return (
        values['status'] === 'inForce' && deadline && deadline >= TODAY && deadline <= addDays(TODAY, 30)
      );
    });
    expect(soon.length).toBeGreaterThanOrEqual(3);
  });

  test('leaves no mark of a sentence unfilled and no number that would need another form', () => {
    const texts = demo.flatMap(({ values }) =>
      Object.values(values).filter((value) => typeof value === 'string'),
    );
    for (const text of texts) expect(text).not.toMatch(/[{}]|undefined/);
    for (const text of texts) expect(text).not.toMatch(/(?<!\d)[1-4] (dní|ľudí|bodov|kusov|roliek)/);
  });

  test('the course of an objection begins open, goes forward and ends where the objection stands', () => {
    const events = of('objectionEvent');
    for (const { id, values } of demo.filter(({ entity }) => entity === 'objection')) {
      const course = events.filter(({ objection }) => objection === id);
      const times = course.map(({ happenedAt }) => Number(happenedAt));
      expect(course[0]?.['outcome']).toBe('open');
      expect(course.at(-1)).toMatchObject({ outcome: values['outcome'], answer: values['answer'] });
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times.at(-1)).toBeLessThanOrEqual(NOW);
    }
  });

  test('checklists are in work: some items ticked, some not', () => {
    const items = of('checklistItem');
    const done = items.filter(({ doneAt }) => doneAt !== null);
    expect(done.length).toBeGreaterThan(items.length / 4);
    expect(done.length).toBeLessThan((items.length * 3) / 4);
    expect(done.every(({ doneAt }) => Number(doneAt) < NOW)).toBe(true);
  });
});

describe('the demo base as filled', () => {
  function openEmpty() {
    const engine = openEngine(
      { folder: makeFolder(), language: 'sk', country: 'SK', name: 'Jana Testová' },
      randomBytes(32),
    );
    onTestFinished(() => engine.close());
    return engine;
  }

  test('comes into an empty base whole, as one action, and only once', async () => {
    const { base } = openEmpty();
    const count = (sql: string) => (base.reader.prepare(sql).get() as { n: number }).n;
    const actions = count('SELECT count(*) AS n FROM action');
    expect(await fillWhenEmpty({ base })).toBe(true);
    expect(await fillWhenEmpty({ base })).toBe(false);
    expect(count('SELECT count(*) AS n FROM client')).toBe(60);
    expect(count('SELECT count(*) AS n FROM action')).toBe(actions + 1);
    expect(
      count('SELECT max(n) AS n FROM (SELECT count(*) AS n FROM change GROUP BY txn)'),
    ).toBeLessThanOrEqual(200);
  });

  test('is clean, and every stored record reads back valid', async () => {
    const { base } = openEmpty();
    await fillWhenEmpty({ base });
    expect(verifyBase(base)).toMatchObject({ clean: true, problems: [] });
    for (const { name, table } of Object.values(entities)) {
      const entity = entityNamed(name);
      for (const { id } of base.reader.prepare<[], { id: string }>(`SELECT id FROM "${table}"`).all()) {
        expect(
          entity.record.safeParse(readRecord(base.reader, entity, id)).error,
          `${name} ${id}`,
        ).toBeUndefined();
      }
    }
  });

  test('leaves a base alone that holds even one record', async () => {
    const { base } = openEmpty();
    write(base, { key: 'clientCreated', params: { name: 'Vlastný klient' } }, (tx) =>
      tx.create(entities.client, base.newId(), { name: 'Vlastný klient', status: 'active' }),
    );
    expect(await fillWhenEmpty({ base })).toBe(false);
    expect(base.reader.prepare('SELECT name FROM client').all()).toEqual([{ name: 'Vlastný klient' }]);
  });
});
