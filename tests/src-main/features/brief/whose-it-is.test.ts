import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { write } from '#main/data/write.ts';
import { client as clientEntity, contact } from '#shared/entities/clients.ts';
import { contract } from '#shared/entities/contracts.ts';
import type { Entity } from '#shared/entities/define.ts';
import { interaction, meeting } from '#shared/entities/meetings.ts';
import { objection } from '#shared/entities/objections.ts';
import { promise } from '#shared/entities/promises.ts';
import { type BriefBase, DAY, linesOf, openBriefBase, textsOf } from './brief-base.ts';

const SECRET = 'cudzie tajomstvo';

let engine: BriefBase['engine'];
let now: BriefBase['now'];
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
  ({ engine, now, client, add, edit, ofClient, said, planned, promised, objected, person } = openBriefBase());
});

afterEach(() => engine.close());

describe('whose it is', () => {
  test('nothing of another client and nothing that was removed', async () => {
    const other = add(clientEntity, { name: SECRET, status: 'active' });
    const mine = client;
    const fill = (at: string) => {
      const open = { client: at };
      const ids: [Entity, string][] = [
        [interaction, said(3, { ...open, summary: SECRET, needs: SECRET })],
        [promise, promised({ ...open, text: SECRET })],
        [objection, objected({ ...open, text: SECRET })],
        [contract, add(contract, { ...open, title: SECRET, status: 'inForce' })],
        [contact, person(SECRET, { stance: 'opponent' }, at)],
        [meeting, planned({ ...open, type: 'complaint', title: SECRET })],
      ];
      return ids;
    };
    fill(other);
    const removed = fill(mine);
    write(engine.base, { key: 'test', params: {} }, (tx) => {
      for (const [entity, id] of removed) tx.remove(entity, id);
    });
    expect(JSON.stringify(await ofClient())).not.toContain(SECRET);
    await expect(engine.client.brief.ofMeeting({ id: removed.at(-1)?.[1] ?? '' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await engine.client.clients.remove({ id: mine });
    await expect(ofClient()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('what stands on a duplicate that was merged is on the page of the client that stays', async () => {
    const twin = add(clientEntity, { name: 'Želiarska pekáreň', status: 'active' });
    const eva = person('Malá', {}, twin);
    const evaAgain = person('Malá E.');
    said(30, { client: twin, kind: 'visit' });
    said(3, { client: twin, summary: 'hovor s dvojníkom', needs: 'Menšie balenia' });
    promised({ client: twin, text: 'Vzorky' });
    objected({ client: twin, text: 'Drahé' });
    add(contract, { client: twin, title: 'Rámcová', status: 'inForce' }, now - 90 * DAY);
    edit(clientEntity, twin, { mergedInto: client });
    edit(contact, evaAgain, { mergedInto: eva });
    for (const brief of [await ofClient(), await engine.client.brief.ofClient({ client: twin })]) {
      expect(brief.client.id).toBe(client);
      expect(brief.since?.at).toBe(now - 30 * DAY);
      for (const [id, texts] of [
        ['changes', ['hovor s dvojníkom']],
        ['promises', ['Vzorky']],
        ['objections', ['Drahé']],
        ['contracts', ['Rámcová']],
        ['needs', ['Menšie balenia']],
        ['people', ['Malá']],
      ] as const)
        expect(textsOf(linesOf(brief, id))).toEqual(texts);
    }
  });
});
