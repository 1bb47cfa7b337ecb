import { describe, expect, it } from 'vitest';
import { columnLetter } from '#renderer/features/exchange/column-letter.ts';
import { targetsOf } from '#renderer/features/exchange/column-targets.ts';
import { chosenColumns } from '#renderer/features/exchange/export-choice.ts';
import { moveChoice } from '#renderer/ui/move-choice.ts';
import { findFolded } from '#renderer/features/exchange/find-folded.ts';
import { secondsLeft } from '#renderer/features/exchange/time-left.ts';

describe('columns of a spreadsheet', () => {
  it('are named as spreadsheets name them', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });
});

describe('columns of an export', () => {
  const offered = ['name', 'ico', 'town'];

  it('are all of them until some are chosen', () => {
    expect(chosenColumns(offered, undefined)).toEqual(offered);
  });

  it('keep the remembered order and forget what is no longer offered', () => {
    expect(chosenColumns(offered, ['town', 'fax', 'name'])).toEqual(['town', 'name']);
    expect(chosenColumns(offered, ['fax'])).toEqual(offered);
  });

  it('move one place at a time, and no further than the ends', () => {
    expect(moveChoice(offered, 2, 0)).toEqual(['town', 'name', 'ico']);
    expect(moveChoice(offered, 0, 9)).toEqual(['ico', 'town', 'name']);
    expect(moveChoice(offered, 1, -4)).toEqual(['ico', 'name', 'town']);
  });
});

describe('finding a place for a column', () => {
  const options = [
    { value: '-', label: 'Nenačítať', disabled: false },
    {
      group: 'Klient',
      items: [
        { value: 'client.name', label: 'Názov klienta', disabled: false },
        { value: 'client.postcode', label: 'PSČ', disabled: false },
      ],
    },
  ];

  it('does not mind accents, case or the order of words', () => {
    const found = findFolded({ options, search: 'KLIENTA nazov', limit: Number.POSITIVE_INFINITY });
    expect(found).toEqual([{ group: 'Klient', items: [options[1]?.items?.[0]] }]);
  });

  it('leaves out a group of which nothing fits', () => {
    expect(findFolded({ options, search: 'nenacitat', limit: Number.POSITIVE_INFINITY })).toEqual([
      options[0],
    ]);
  });
});

describe('time left', () => {
  it('is told from the speed so far', () => {
    expect(secondsLeft({ done: 2500, total: 10_000, since: 0 }, 5000)).toBe(15);
  });

  it('is not guessed from nothing', () => {
    expect(secondsLeft({ done: 10, total: 100, since: 0 }, 500)).toBeNull();
    expect(secondsLeft({ done: 0, total: 100, since: 0 }, 5000)).toBeNull();
    expect(secondsLeft({ done: 10, total: null, since: 0 }, 5000)).toBeNull();
  });
});

describe('where columns go', () => {
  const column = (index: number, target: string | null) => ({
    index,
    header: `h${index}`,
    samples: [],
    target,
    by: 'header' as const,
  });
  const columns = [column(0, 'client.name'), column(1, 'contact.phone'), column(2, null)];

  it('is as recognised until set by hand', () => {
    expect([...targetsOf({ columns }, {}).values()]).toEqual(['client.name', 'contact.phone', null]);
    expect([...targetsOf({ columns }, { 0: null, 2: 'client.ico' }).values()]).toEqual([
      null,
      'contact.phone',
      'client.ico',
    ]);
  });

  it('gives a place for one column to the one chosen by hand', () => {
    expect([...targetsOf({ columns }, { 2: 'client.name' }).values()]).toEqual([
      null,
      'contact.phone',
      'client.name',
    ]);
  });

  it('lets several columns feed a place for many', () => {
    expect([...targetsOf({ columns }, { 2: 'contact.phone' }).values()]).toEqual([
      'client.name',
      'contact.phone',
      'contact.phone',
    ]);
  });
});
