import { describe, expect, test } from 'vitest';
import { warningsOf } from '#renderer/features/clients/client-warnings.ts';
import type { ClientDesk } from '#shared/contract/clients.ts';
import { NOTICE_NEAR } from '#shared/domain/contracts/contract-warning.ts';

const TODAY = '2026-11-24';

function desk(part: Partial<ClientDesk>): ClientDesk {
  const counts = { interactions: 0, objections: 0, openObjections: 0, contracts: 0 };
  return { contracts: [], nextSteps: [], counts, ...part } as unknown as ClientDesk;
}

function contract(part: Partial<ClientDesk['contracts'][number]>) {
  return {
    id: 'c',
    title: 'Rámcová',
    number: null,
    status: 'inForce',
    endsOn: '2027-02-28',
    noticeDeadline: null,
    done: 0,
    items: 0,
    ...part,
  };
}

describe('warnings of the desk', () => {
  test('none without a reason in the data', () => {
    expect(warningsOf(desk({ contracts: [contract({})] }), TODAY)).toEqual([]);
  });

  test('a notice deadline warns from sixty days before it to its day', () => {
    const on = (noticeDeadline: string) =>
      warningsOf(desk({ contracts: [contract({ noticeDeadline })] }), TODAY).map((warning) => warning.what);
    expect(NOTICE_NEAR).toBe(60);
    expect(on('2027-01-23')).toEqual(['noticeDeadline']);
    expect(on('2027-01-24')).toEqual([]);
    expect(on(TODAY)).toEqual(['noticeDeadline']);
    expect(on('2026-11-23')).toEqual([]);
  });

  test('an end that needs no notice warns as early', () => {
    const on = (part: Partial<ClientDesk['contracts'][number]>) =>
      warningsOf(desk({ contracts: [contract(part)] }), TODAY).map((warning) => warning.what);
    expect(on({ endsOn: '2027-01-23' })).toEqual(['contractEnds']);
    expect(on({ endsOn: '2027-01-24' })).toEqual([]);
    // Notice would have been due: it renews.
    expect(on({ endsOn: '2027-01-23', noticeDeadline: '2026-10-23' })).toEqual([]);
  });

  test('a contract past its end warns only while it is held to be in force', () => {
    const ended = (status: string) =>
      warningsOf(desk({ contracts: [contract({ status, endsOn: '2026-11-23' })] }), TODAY);
    expect(ended('inForce')).toMatchObject([{ what: 'contractEnded', late: true }]);
    expect(ended('expired')).toEqual([]);
    expect(ended('draft')).toEqual([]);
  });

  test('what is late comes before what is only to look at', () => {
    const steps = [
      { source: 'interaction' as const, id: 's', text: 'Zavolať', on: '2026-11-20' },
      { source: 'interaction' as const, id: 't', text: 'Dnes', on: TODAY },
      { source: 'objection' as const, id: 'u', text: 'Bez termínu', on: null },
    ];
    const counts = { interactions: 0, objections: 3, openObjections: 2, contracts: 1 };
    expect(warningsOf(desk({ nextSteps: steps, counts }), TODAY)).toEqual([
      { what: 'stepOverdue', late: true, title: 'Zavolať', day: '2026-11-20' },
      { what: 'openObjections', late: false, count: 2 },
    ]);
  });
});
