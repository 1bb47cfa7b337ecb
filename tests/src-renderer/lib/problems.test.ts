import { ORPCError } from '@orpc/client';
import { beforeAll, describe, expect, it } from 'vitest';
import { ConnectionLost } from '#renderer/lib/connection.ts';
import { i18n } from '#renderer/lib/i18n.ts';
import { fieldProblems, problemSentence, sentenceFor } from '#renderer/lib/problems.ts';
import { errors, PROBLEMS } from '#shared/contract/base.ts';
import { catalogues } from '#shared/i18n/index.ts';

beforeAll(async () => {
  await i18n.init({
    lng: 'sk',
    resources: { sk: { translation: catalogues.sk }, en: { translation: catalogues.en } },
  });
});

describe('every expected error has its own sentence', () => {
  it.each(Object.keys(errors).filter((code) => code !== 'NOT_SAVED'))('%s', (code) => {
    const sentence = sentenceFor(new ORPCError(code, { data: {} }));
    expect(sentence).not.toBe(sentenceFor(new Error('a bug')));
    expect(sentence).not.toContain('problems.');
  });

  it.each(['diskFull', 'readOnly', 'busy', 'damaged'])('not saved: %s', (reason) => {
    expect(sentenceFor(new ORPCError('NOT_SAVED', { data: { reason } }))).toMatch(/^Neuložené/);
  });

  it('a lost line says that what was typed is kept', () => {
    expect(sentenceFor(new ConnectionLost())).toContain('zostáva rozpísané');
  });

  it.each(PROBLEMS)('field problem %s', (problem) => {
    expect(problemSentence(problem)).not.toContain('problems.');
  });
});

describe('fields that were refused', () => {
  it('are read from the error', () => {
    const problems = [{ field: 'ico', problem: 'icoCheckDigit' }];
    expect(fieldProblems(new ORPCError('INVALID', { data: { problems } }))).toEqual(problems);
    expect(fieldProblems(new ORPCError('NOT_FOUND', { data: {} }))).toEqual([]);
    expect(fieldProblems(new Error('a bug'))).toEqual([]);
  });
});
