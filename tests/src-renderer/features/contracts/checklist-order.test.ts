import { describe, expect, it } from 'vitest';
import { afterDrop, afterStep } from '#renderer/features/contracts/checklist-order.ts';
import { groupTemplates } from '#renderer/features/contracts/template-groups.ts';
import type { TemplateOffer } from '#shared/contract/contracts.ts';

const ITEMS = ['a', 'b', 'c', 'd'];

/** What the engine does with the answer. */
function moved(id: string, after: string | null | undefined): string {
  if (after === undefined) return ITEMS.join('');
  const others = ITEMS.filter((other) => other !== id);
  others.splice(after === null ? 0 : others.indexOf(after) + 1, 0, id);
  return others.join('');
}

describe('moving an item of a checklist', () => {
  it.each([
    ['a', 1, 'bacd'],
    ['b', -1, 'bacd'],
    ['c', -1, 'acbd'],
    ['c', 1, 'abdc'],
    ['a', -1, 'abcd'],
    ['d', 1, 'abcd'],
  ] as const)('%s by %i gives %s', (id, step, expected) => {
    expect(moved(id, afterStep(ITEMS, id, step))).toBe(expected);
  });

  it.each([
    ['a', 'c', 'bcad'],
    ['d', 'a', 'dabc'],
    ['d', 'b', 'adbc'],
    ['b', 'b', 'abcd'],
    ['b', 'c', 'acbd'],
  ])('%s dropped upon %s gives %s', (id, upon, expected) => {
    expect(moved(id, afterDrop(ITEMS, id, upon))).toBe(expected);
  });
});

describe('templates on offer', () => {
  const offer = (id: string, over: Partial<TemplateOffer>): TemplateOffer => ({
    id,
    builtIn: true,
    name: id,
    subject: 'contract',
    contractType: null,
    meetingType: null,
    items: ['one'],
    ...over,
  });
  const all = [
    offer('general', {}),
    offer('lease', { contractType: 'lease' }),
    offer('purchase', { contractType: 'purchase' }),
    offer('mine', { builtIn: false }),
    offer('client', { subject: 'client' }),
  ];

  it('put the type of the contract first and other types last', () => {
    const groups = groupTemplates(all, 'contract', 'lease');
    expect(groups.map(({ group, offers }) => [group, offers.map(({ id }) => id)])).toEqual([
      ['fitting', ['lease']],
      ['own', ['mine']],
      ['general', ['general']],
      ['others', ['purchase']],
    ]);
  });

  it('keep contracts away from a client', () => {
    expect(groupTemplates(all, 'client', null)).toEqual([{ group: 'forClient', offers: [all[4]] }]);
  });
});
