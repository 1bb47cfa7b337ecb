import { describe, expect, it } from 'vitest';
import { BUILT_IN_TEMPLATES } from '#shared/domain/contracts/built-in-templates.ts';
import { checklistItem, checklistTemplate } from '#shared/entities/contracts.ts';
import { MEETING_TYPES } from '#shared/entities/meetings.ts';

describe('built-in checklist templates', () => {
  it('offer something for a client and for every kind of contract that is closed most often', () => {
    const subjects = BUILT_IN_TEMPLATES.map((one) => `${one.subject}/${one.contractType ?? 'any'}`);
    for (const wanted of [
      'client/any',
      'contract/any',
      'contract/purchase',
      'contract/framework',
      'contract/service',
      'contract/lease',
    ])
      expect(subjects).toContain(wanted);
  });

  it('prepare every type of meeting in five to eight lines', () => {
    const ofMeetings = BUILT_IN_TEMPLATES.filter((one) => one.subject === 'meeting');
    expect(ofMeetings.map((one) => one.meetingType)).toEqual([...MEETING_TYPES]);
    for (const { items } of ofMeetings) {
      expect(items.length).toBeGreaterThanOrEqual(5);
      expect(items.length).toBeLessThanOrEqual(8);
    }
  });

  it('have ids of their own that no stored template can have', () => {
    const ids = BUILT_IN_TEMPLATES.map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^builtin:[a-z]+(-[a-z]+)+$/);
  });

  it.each(BUILT_IN_TEMPLATES.map((one) => [one.id, one] as const))(
    '%s could be stored as it stands in both languages',
    (_, one) => {
      for (const language of ['sk', 'en'] as const) {
        const items = one.items.map((line) => line[language]);
        const values = {
          name: one.name[language],
          subject: one.subject,
          contractType: one.contractType,
          meetingType: one.meetingType,
          items,
        };
        expect(checklistTemplate.create.parse(values)).toEqual(values);
        for (const line of items) expect(checklistItem.fields.text.schema.parse(line)).toBe(line);
        expect(new Set(items).size).toBe(items.length);
      }
    },
  );

  it('ask for the referral clause before a contract is signed', () => {
    for (const one of BUILT_IN_TEMPLATES.filter((each) => each.subject === 'contract')) {
      const lines = one.items.map((line) => line.sk);
      const clause = lines.indexOf('Doložka o odporúčaní prerokovaná');
      expect(clause).toBeGreaterThan(0);
      expect(clause).toBeLessThan(lines.indexOf('Zmluva podpísaná oboma stranami'));
    }
  });
});
