import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BriefSectionId } from '#shared/contract/brief.ts';
import { addDays } from '#shared/domain/time/day.ts';
import { client as clientEntity, contact, position } from '#shared/entities/clients.ts';
import { checklist, checklistItem, contract } from '#shared/entities/contracts.ts';
import { promise } from '#shared/entities/promises.ts';
import { type BriefBase, DAY, linesOf, openBriefBase, textsOf } from './brief-base.ts';

const SECRET = 'cudzie tajomstvo';

let engine: BriefBase['engine'];
let now: BriefBase['now'];
let today: BriefBase['today'];
let client: BriefBase['client'];
let add: BriefBase['add'];
let edit: BriefBase['edit'];
let ofClient: BriefBase['ofClient'];
let said: BriefBase['said'];
let planned: BriefBase['planned'];
let promised: BriefBase['promised'];
let objected: BriefBase['objected'];
let person: BriefBase['person'];

beforeEach(() => {
  ({ engine, now, today, client, add, edit, ofClient, said, planned, promised, objected, person } =
    openBriefBase());
});

afterEach(() => engine.close());

describe('what is on the page', () => {
  test('of a new client only that nothing happened and nothing is promised', async () => {
    const brief = await ofClient();
    expect(brief.sections.map(({ id, lines }) => [id, lines.length])).toEqual([
      ['changes', 0],
      ['promises', 0],
    ]);
    expect(brief).toMatchObject({ since: null, meeting: null, warnings: [] });
  });

  test('the head of a meeting with people of both sides, aims, agenda and plan', async () => {
    const eva = person('Malá');
    const id = planned({
      people: [eva],
      ours: [engine.base.member()],
      aims: ['6 %', 'dva roky'],
      agenda: 'Cena a dodávky',
      planAim: '6 %',
      planLimit: '9 %',
      place: 'Žilina',
    });
    const brief = await engine.client.brief.ofMeeting({ id });
    expect(brief.meeting).toMatchObject({
      id,
      people: [{ id: eva, name: 'Malá' }],
      ours: [{ name: 'Jana Testová' }],
      aims: ['6 %', 'dva roky'],
      plan: { aim: '6 %', limit: '9 %', concessions: null },
    });
    expect(brief.type).toBe('negotiation');
  });

  test('changes are counted from the last visit; a call is no meeting, a correction is no news', async () => {
    said(40, { summary: 'starý hovor' });
    const visit = said(30, { kind: 'visit', summary: 'návšteva' });
    said(29, { kind: 'visit', summary: 'opravená návšteva', happenedAt: now - 30 * DAY, corrects: visit });
    const first = said(10, { summary: 'prvá verzia' });
    said(10, { summary: 'druhá verzia', corrects: first });
    const brief = await ofClient();
    expect(brief.since?.at).toBe(now - 30 * DAY);
    expect(textsOf(linesOf(brief, 'changes'))).toEqual(['druhá verzia']);
  });

  test('the record of the meeting itself is not the last meeting, and a later visit is not known before it', async () => {
    said(30, { kind: 'visit' });
    const id = planned({ startsAt: now - DAY, endsAt: now - DAY + 1, status: 'held' });
    said(1, { kind: 'visit', meeting: id });
    said(0.5, { kind: 'visit' });
    expect((await engine.client.brief.ofMeeting({ id })).since?.at).toBe(now - 30 * DAY);
    expect((await ofClient()).since?.at).toBe(now - 0.5 * DAY);
  });

  test('what changed in contracts, people and promises, net of what was changed back', async () => {
    const eva = add(contact, { lastName: 'Malá' }, now - 90 * DAY);
    const place = add(position, { client, contact: eva, stance: 'neutral' }, now - 90 * DAY);
    const old = add(
      contract,
      {
        client,
        title: 'Rámcová',
        status: 'inForce',
        noticeMonths: 3,
        endsOn: addDays(today, 300),
        renews: true,
      },
      now - 90 * DAY,
    );
    said(30, { kind: 'visit' });
    edit(position, place, { stance: 'opponent' });
    edit(contract, old, { noticeMonths: 6 });
    edit(contract, old, { endsOn: addDays(today, 200) });
    edit(contract, old, { endsOn: addDays(today, 300) });
    add(contract, { client, title: 'Nová', status: 'draft' });
    const kept = promised({});
    edit(promise, kept, { state: 'kept', closedAt: now });
    const gone = objected({});
    await engine.client.objections.edit({ id: gone, values: { outcome: 'overcome', answer: 'Výpočet' } });

    const changes = linesOf(await ofClient(), 'changes');
    const found = (text: string) => changes.find((line) => JSON.stringify(line).includes(text));
    expect(found('Rámcová')?.facts).toEqual([
      { is: 'value', entity: 'contract', field: 'noticeMonths', value: 6 },
    ]);
    expect(found('Malá')).toMatchObject({
      internal: true,
      internalFacts: [{ is: 'value', entity: 'position', field: 'stance', value: 'opponent' }],
    });
    expect(found('Nová')?.words).toEqual([
      { is: 'message', key: 'brief.newContract', params: { title: 'Nová' } },
    ]);
    expect(found('Pošleme vzorky')?.source).toEqual({ entity: 'promise', id: kept });
    expect(found('Drahé')?.facts).toEqual([
      { is: 'choice', entity: 'objection', field: 'outcome', value: 'overcome' },
    ]);
    expect(changes).toHaveLength(5);
  });

  test('who and what was entered along with the client is no news', async () => {
    const fresh = add(clientEntity, { name: 'Zo zoznamu', status: 'active' });
    const eva = add(contact, { lastName: 'Malá' });
    add(position, { client: fresh, contact: eva });
    add(contract, { client: fresh, title: 'Rámcová', status: 'inForce' });
    said(30, { client: fresh, kind: 'visit' });
    expect(linesOf(await engine.client.brief.ofClient({ client: fresh }), 'changes')).toEqual([]);
  });

  test('open promises: ours first, late ones before others, and a warning for ours that are late', async () => {
    promised({ side: 'theirs', text: 'Pošlú výkresy', dueOn: addDays(today, -9) });
    promised({ text: 'Vzorky', dueOn: addDays(today, 5) });
    promised({ text: 'Cenník', dueOn: addDays(today, -2) });
    const brief = await ofClient();
    const lines = linesOf(brief, 'promises');
    expect(textsOf(lines)).toEqual(['Cenník', 'Vzorky', 'Pošlú výkresy']);
    expect(lines.map(({ tone }) => tone)).toEqual(['late', 'plain', 'late']);
    expect(lines[0]?.facts[0]).toEqual({ is: 'message', key: 'brief.late', params: { count: 2 } });
    expect(brief.warnings.map(({ words }) => words)).toEqual([
      [{ is: 'message', key: 'brief.warnings.latePromises', params: { count: 1 } }],
    ]);
  });

  test('an open objection with the answers that worked elsewhere; those to expect by segment', async () => {
    const other = add(clientEntity, { name: 'Iná pekáreň', status: 'active', segment: 'pekárne' });
    const far = add(clientEntity, { name: 'Hutníci', status: 'active', segment: 'hutníctvo' });
    objected({ kind: 'price', product: 'Dosky' });
    objected({ client: far, kind: 'price', product: 'Dosky', outcome: 'overcome', answer: 'Výpočet úspor' });
    objected({
      client: other,
      kind: 'trust',
      text: 'Nepoznáme vás',
      outcome: 'overcome',
      answer: 'Referencie',
    });
    objected({ client: far, kind: 'service', text: SECRET, outcome: 'overcome', answer: SECRET });
    objected({ client: other, kind: 'quality', text: SECRET, outcome: 'stands', answer: SECRET });
    const brief = await ofClient();
    const answers = (id: BriefSectionId) =>
      linesOf(brief, id).map(({ under }) => under.map(([word]) => word));
    expect(answers('objections')).toEqual([[{ is: 'text', text: 'Výpočet úspor' }]]);
    expect(textsOf(linesOf(brief, 'likely'))).toEqual(['Nepoznáme vás']);
    expect(answers('likely')).toEqual([[{ is: 'text', text: 'Referencie' }]]);
    expect(JSON.stringify(brief)).not.toContain(SECRET);
  });

  test('complaints of a year stand with the objections', async () => {
    planned({
      type: 'complaint',
      title: 'Mokré dosky',
      startsAt: now - 20 * DAY,
      endsAt: now - 20 * DAY + 1,
    });
    planned({ type: 'complaint', title: SECRET, startsAt: now - 400 * DAY, endsAt: now - 400 * DAY + 1 });
    planned({ type: 'complaint', title: SECRET, status: 'cancelled' });
    const brief = await ofClient();
    expect(textsOf(linesOf(brief, 'objections'))).toEqual(['Mokré dosky']);
    expect(JSON.stringify(brief)).not.toContain(SECRET);
  });

  test('contracts that run with their dates, terms in brief, and what is near', async () => {
    await engine.client.clients.edit({ id: client, values: { termsBrief: 'Zľava 6 %' } });
    const near = add(contract, {
      client,
      title: 'Rámcová',
      number: '12/2026',
      status: 'inForce',
      endsOn: addDays(today, 130),
      noticeMonths: 3,
      renews: true,
    });
    add(contract, { client, title: 'Stará', status: 'terminated' });
    const brief = await ofClient();
    const lines = linesOf(brief, 'contracts');
    expect(lines.map(({ source }) => source)).toEqual([
      { entity: 'contract', id: near },
      { entity: 'client', id: client },
    ]);
    expect(lines[0]).toMatchObject({ tone: 'look', words: [{ text: 'Rámcová (12/2026)' }] });
    expect(lines[0]?.internalFacts[0]).toMatchObject({ key: 'brief.noticeBy' });
    expect(lines[1]).toMatchObject({ internal: true, words: [{ field: 'termsBrief', value: 'Zľava 6 %' }] });
    expect(brief.warnings[0]?.words[0]).toMatchObject({ key: 'clients.warnings.noticeDeadline' });
  });

  test('people: who will be there first, then who is warned of, then by role; channel in clear, role and stance not for the client', async () => {
    person('Buyer', { role: 'buyer' });
    const boss = person('Boss', { role: 'user', stance: 'opponent', jobTitle: 'riaditeľ' });
    person('Chief', { role: 'decider' });
    const guest = person('Guest', { role: 'user' });
    person('Gone', { endedOn: addDays(today, -1) });
    const brief = await engine.client.brief.ofMeeting({ id: planned({ people: [guest] }) });
    const lines = linesOf(brief, 'people');
    expect(textsOf(lines)).toEqual(['Guest', 'Boss', 'Chief', 'Buyer']);
    expect(lines[1]).toMatchObject({
      source: { entity: 'contact', id: boss },
      facts: [
        { is: 'text', text: 'riaditeľ' },
        { is: 'text', text: 'info@x.sk' },
      ],
      internalFacts: [{ value: 'user' }, { value: 'opponent' }],
      tone: 'look',
    });
    expect(brief.warnings[0]?.words[0]).toMatchObject({
      key: 'brief.warnings.opponents',
      params: { names: 'Boss' },
    });
  });

  test('a warning where the client has waited longer than his rhythm; a note is no contact', async () => {
    edit(clientEntity, client, { tier: 'key' });
    said(31, { kind: 'visit' });
    said(2, { kind: 'note' });
    expect((await ofClient()).warnings.map(({ words }) => words[0])).toEqual([
      { is: 'message', key: 'brief.warnings.quiet', params: { count: 31 } },
    ]);
    said(1);
    expect((await ofClient()).warnings).toEqual([]);
  });

  test('needs heard, each once, the newest first', async () => {
    said(30, { needs: 'Rýchlejšie dodávky' });
    said(20, { needs: 'Menšie balenia' });
    said(10, { needs: 'rychlejsie dodavky' });
    expect(textsOf(linesOf(await ofClient(), 'needs'))).toEqual(['rychlejsie dodavky', 'Menšie balenia']);
  });

  test('the preparation of the meeting: how far it is and what is left', async () => {
    const id = planned();
    const list = add(checklist, { client, meeting: id, name: 'Príprava' });
    for (const [text, doneAt] of [
      ['Cenník', now],
      ['Vzorky', null],
    ] as const)
      add(checklistItem, { client, checklist: list, text, rank: text, doneAt });
    const [line] = linesOf(await engine.client.brief.ofMeeting({ id }), 'checklist');
    expect(line).toMatchObject({
      group: { key: 'brief.progress', params: { name: 'Príprava', done: 1, total: 2 } },
      words: [{ text: 'Vzorky' }],
    });
    expect(linesOf(await ofClient(), 'checklist')).toEqual([]);
  });

  test('a long list is cut and counted', async () => {
    for (let at = 1; at <= 30; at += 1) said(at, { summary: `hovor ${at}` });
    const section = (await ofClient()).sections.find(({ id }) => id === 'changes');
    expect((section?.lines.length ?? 0) + (section?.more ?? 0)).toBe(30);
    expect(textsOf(section?.lines ?? [])[0]).toBe('hovor 1');
  });
});
