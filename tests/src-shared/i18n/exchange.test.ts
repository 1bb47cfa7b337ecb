import { describe, expect, it } from 'vitest';
import { FILE_REFUSALS, ROW_PROBLEM_CODES } from '#shared/contract/exchange.ts';
import { TARGETS } from '#shared/domain/exchange/targets.ts';
import { catalogues } from '#shared/i18n/index.ts';

describe.each(['sk', 'en'] as const)('words of import in %s', (language) => {
  const { refusal, problems, targets } = catalogues[language].exchange;

  it('have a sentence for every refusal and every problem of a row, and none besides', () => {
    expect(Object.keys(refusal).sort()).toEqual([...FILE_REFUSALS].sort());
    expect(Object.keys(problems).sort()).toEqual([...ROW_PROBLEM_CODES].sort());
    for (const sentence of [...Object.values(refusal), ...Object.values(problems)])
      expect(sentence).toMatch(/[.)]$/);
  });

  it('name every place that a column can go to, each differently', () => {
    expect(Object.keys(targets).sort()).toEqual(TARGETS.map(({ key }) => key.replaceAll('.', '_')).sort());
    expect(new Set(Object.values(targets)).size).toBe(TARGETS.length);
  });
});
