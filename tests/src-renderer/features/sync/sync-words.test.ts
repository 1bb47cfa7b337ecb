import { beforeAll, describe, expect, test } from 'vitest';
import { exchangeBars } from '#renderer/features/sync/exchange-bars.ts';
import {
  clockWords,
  nextTryWords,
  readTerritories,
  waitingWords,
} from '#renderer/features/sync/sync-words.ts';
import { formatFor } from '#renderer/lib/format.ts';
import { i18n, startI18n } from '#renderer/lib/i18n.ts';
import { entityNames } from '#shared/entities/index.ts';

const format = formatFor('sk');
beforeAll(async () => {
  globalThis.document ??= { documentElement: {} } as Document;
  await startI18n('sk');
});

describe('words of the exchange', () => {
  test('every kind of record has its noun in the right form', () => {
    for (const entity of entityNames) {
      if (entity !== 'checklist') expect(i18n.exists(`sync.kinds.${entity}_few`)).toBe(true);
    }
    expect(waitingWords('client', 1, format)).toBe('1 zmena klienta');
    expect(waitingWords('client', 3, format)).toBe('3 zmeny klientov');
    expect(waitingWords('interaction', 5, format)).toBe('5 záznamov komunikácie');
    expect(waitingWords('invoice', 2, format)).toBe('2 iné zmeny');
  });

  test('a clock is mentioned from five minutes on', () => {
    expect(clockWords(null, format)).toBeNull();
    expect(clockWords(4 * 60_000, format)).toBeNull();
    expect(clockWords(7 * 60_000, format)).toContain('idú dopredu o 7 minút');
    expect(clockWords(-11 * 24 * 3_600_000, format)).toContain('meškajú o 11 dní');
  });

  test('the next try', () => {
    expect(nextTryWords(null, format, 0)).toBe('');
    expect(nextTryWords(20_000, format, 0)).toBe('Ďalší pokus o chvíľu.');
    expect(nextTryWords(180_000, format, 0)).toBe('Ďalší pokus o 3 min.');
  });

  test('territories as they are typed', () => {
    expect(readTerritories(' Žilina, Orava;Žilina ,')).toEqual(['Žilina', 'Orava']);
    expect(readTerritories(' ')).toEqual([]);
  });
});

test('bars run from the oldest; small exchanges stay visible beside a large one', () => {
  const bars = exchangeBars(
    [
      { at: 3, sent: 3, received: 0 },
      { at: 2, sent: 0, received: 0 },
      { at: 1, sent: 0, received: 50_000 },
    ],
    50,
  );
  expect(bars.map(({ exchange }) => exchange.at)).toEqual([1, 2, 3]);
  expect(bars[0]).toMatchObject({ up: 0, down: 1 });
  expect(bars[1]).toMatchObject({ up: 0, down: 0 });
  expect(bars[2]?.up).toBeGreaterThan(0.1);
  expect(exchangeBars([], 50)).toEqual([]);
});
