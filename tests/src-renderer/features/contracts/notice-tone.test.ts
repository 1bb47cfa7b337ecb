import { describe, expect, it } from 'vitest';
import { noticeTone } from '#renderer/features/contracts/notice-tone.ts';

const TODAY = '2026-11-24';
const toneOf = (status: string, noticeDeadline: string | null) =>
  noticeTone({ status, noticeDeadline }, TODAY);

describe('urgency of the last day for notice', () => {
  it('is amber from sixty days before up to the day itself', () => {
    expect(toneOf('inForce', '2027-01-24')).toEqual({ tone: 'calm', left: 61 });
    expect(toneOf('inForce', '2027-01-23')).toEqual({ tone: 'soon', left: 60 });
    expect(toneOf('signed', TODAY)).toEqual({ tone: 'soon', left: 0 });
  });

  it('is red once the day has passed and the contract still binds', () => {
    expect(toneOf('inForce', '2026-11-23')).toEqual({ tone: 'late', left: -1 });
    expect(toneOf('signed', '2026-01-01').tone).toBe('late');
  });

  it.each(['draft', 'negotiated', 'terminated', 'expired'])('leaves a contract that is %s calm', (status) => {
    expect(toneOf(status, '2026-11-01').tone).toBe('calm');
    expect(toneOf(status, '2026-12-01').tone).toBe('calm');
  });

  it('has nothing to say where no notice can be given', () => {
    expect(toneOf('inForce', null)).toEqual({ tone: 'calm', left: null });
  });
});
