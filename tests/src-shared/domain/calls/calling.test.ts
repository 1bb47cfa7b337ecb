import { expect, test } from 'vitest';
import { queueGroup, stateAfter } from '#shared/domain/calls/call-outcome.ts';
import { fillScript } from '#shared/domain/calls/call-script.ts';
import { SCRIPT_TEMPLATES } from '#shared/domain/calls/script-templates.ts';
import { suggestPerson } from '#shared/domain/calls/suggest-person.ts';
import { CALL_RESULTS } from '#shared/entities/meetings.ts';

const NAMES = { client: 'Píla, s.r.o.', person: 'Ján Novák', me: 'Zuzana Kováčová' };

test('names come in their places, in either language; what nobody is known for stays to be seen', () => {
  const text = (script: string, names = {}) => fillScript(script, { ...NAMES, ...names });
  expect(text('Volám sa [ja]. Je to [osoba]?')).toEqual([
    { text: 'Volám sa ', kind: 'text' },
    { text: 'Zuzana Kováčová', kind: 'name' },
    { text: '. Je to ', kind: 'text' },
    { text: 'Ján Novák', kind: 'name' },
    { text: '?', kind: 'text' },
  ]);
  expect(text('[Client]')).toEqual([{ text: 'Píla, s.r.o.', kind: 'name' }]);
  expect(text('[osoba]', { person: null })).toEqual([{ text: '[osoba]', kind: 'missing' }]);
  expect(text('[cena] je [')).toEqual([{ text: '[cena] je [', kind: 'text' }]);
  expect(text('')).toEqual([]);
});

test('every script to begin with greets by both names in both languages and asks for nothing unknown', () => {
  for (const { text } of SCRIPT_TEMPLATES)
    for (const script of Object.values(text)) {
      const parts = fillScript(script, NAMES);
      expect(parts.filter(({ kind }) => kind === 'name').map((part) => part.text)).toEqual(
        expect.arrayContaining(['Zuzana Kováčová', 'Ján Novák']),
      );
      expect(parts.map((part) => part.text).join('')).not.toMatch(/[[\]]/);
    }
});

test('whoever decides and has a number is asked for', () => {
  const person = (id: string, role: string | null, phones = ['+421']) => ({ id, roles: [role], phones });
  const decider = person('decider', 'decider');
  const people = [
    person('gate', 'gatekeeper'),
    person('nobody', null),
    person('mute', 'decider', []),
    decider,
  ];
  expect(suggestPerson(people)).toBe(decider);
  expect(suggestPerson(people.slice(0, 2))?.id).toBe('nobody');
  expect(suggestPerson(people.slice(2, 3))).toBeUndefined();
  expect(suggestPerson([])).toBeUndefined();
});

test('what each result leaves behind', () => {
  expect(CALL_RESULTS.map((result) => stateAfter(result, false))).toEqual([
    'appointed',
    'waiting',
    'waiting',
    'refused',
    'done',
  ]);
  expect(stateAfter('notReached', true)).toBe('unreachable');
});

test('a promised hour comes due with its minute; a state of a newer version is settled', () => {
  const now = 1_000_000;
  const group = (state: string, nextAttemptAt: number | null) => queueGroup({ state, nextAttemptAt }, now);
  expect(group('waiting', null)).toBe('due');
  expect(group('waiting', now)).toBe('due');
  expect(group('waiting', now + 1)).toBe('later');
  expect(group('appointed', null)).toBe('settled');
  expect(group('postponed', null)).toBe('settled');
});
