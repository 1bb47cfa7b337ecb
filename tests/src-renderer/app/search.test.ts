import { describe, expect, it } from 'vitest';
import { byRecency, type Command, matchingCommands } from '#renderer/app/search-commands.ts';
import { addressOf, groupOptions } from '#renderer/app/search-results.ts';

const run = () => {};
const commands: Command[] = [
  { id: 'log', label: 'Zapísať návštevu, hovor alebo poznámku', run },
  { id: 'contacts', label: 'Prejsť na: Kontaktné osoby', run },
];

describe('commands found by name', () => {
  it('by the beginnings of words, without accents, in any order', () => {
    expect(matchingCommands(commands, 'navst zap').map(({ id }) => id)).toEqual(['log']);
    expect(matchingCommands(commands, 'kontakt').map(({ id }) => id)).toEqual(['contacts']);
    expect(matchingCommands(commands, 'tevu')).toEqual([]);
  });

  it('begin with those given lately, the last one first', () => {
    const ids = [{ id: 'log' }, { id: 'undo' }, { id: 'contacts' }, { id: 'dark' }];
    expect(byRecency(ids, ['dark', 'undo']).map(({ id }) => id)).toEqual(['dark', 'undo', 'log', 'contacts']);
    expect(byRecency(ids, ['gone'])).toEqual(ids);
  });
});

describe('results as one list', () => {
  it('keep the order of the engine, leave out empty groups, and end with commands', () => {
    const hit = { id: '1', title: 'Alfa', subtitle: null, client: null, excerpt: null };
    const groups = groupOptions(
      {
        groups: [
          { kind: 'contact', hits: [hit], more: true },
          { kind: 'client', hits: [], more: false },
        ],
      },
      commands,
    );
    expect(groups.map(({ kind, options, more }) => [kind, options.length, more])).toEqual([
      ['contact', 1, true],
      ['command', 2, false],
    ]);
  });

  it('open where they belong; an entry opens on its client', () => {
    const hit = { id: 'i', client: 'c' };
    expect(addressOf('interaction', hit)).toBe('/clients/c');
    expect(addressOf('client', hit)).toBe('/clients/i');
    expect(addressOf('contact', hit)).toBe('/contacts/i');
    expect(addressOf('objection', hit)).toBe('/objections/i');
    expect(addressOf('contract', hit)).toBe('/contracts/i');
  });
});
