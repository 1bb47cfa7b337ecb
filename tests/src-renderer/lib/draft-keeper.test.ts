import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraftKeeper, SAVE_WITHIN } from '#renderer/lib/draft-keeper.ts';

function keeperWith(save: (draft: string) => Promise<unknown> = async () => undefined) {
  const saved: string[] = [];
  const failures: unknown[] = [];
  let discards = 0;
  const keeper = createDraftKeeper<string>(
    {
      save: (draft) => {
        saved.push(draft);
        return save(draft);
      },
      discard: async () => {
        discards += 1;
      },
    },
    (error) => failures.push(error),
  );
  return { keeper, saved, failures, discards: () => discards };
}

describe('a draft being typed', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is saved within 300 ms of the first key, with the newest text', () => {
    const { keeper, saved } = keeperWith();
    keeper.keep('A');
    vi.advanceTimersByTime(100);
    keeper.keep('Al');
    vi.advanceTimersByTime(SAVE_WITHIN - 101);
    expect(saved).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(saved).toEqual(['Al']);
    expect(SAVE_WITHIN).toBeLessThan(300);
  });

  it('is saved again and again while typing goes on without a pause', () => {
    const { keeper, saved } = keeperWith();
    for (let key = 1; key <= 40; key += 1) {
      keeper.keep('x'.repeat(key));
      vi.advanceTimersByTime(50);
    }
    expect(saved.length).toBeGreaterThanOrEqual(6);
    expect(saved.at(-1)?.length).toBeGreaterThanOrEqual(35);
  });

  it('is saved at once when the form goes away, and only once', () => {
    const { keeper, saved } = keeperWith();
    keeper.keep('Alfa');
    keeper.flush();
    expect(saved).toEqual(['Alfa']);
    vi.advanceTimersByTime(10_000);
    expect(saved).toEqual(['Alfa']);
  });

  it('is not written again after it was discarded', async () => {
    const { keeper, saved, discards } = keeperWith();
    keeper.keep('Alfa');
    await keeper.discard();
    vi.advanceTimersByTime(10_000);
    expect(saved).toEqual([]);
    expect(discards()).toBe(1);
  });

  it('is discarded only after a save under way has ended', async () => {
    let finish = () => {};
    const { keeper, discards } = keeperWith(() => new Promise<void>((resolve) => (finish = resolve)));
    keeper.keep('Alfa');
    keeper.flush();
    const discarded = keeper.discard();
    await Promise.resolve();
    expect(discards()).toBe(0);
    finish();
    await discarded;
    expect(discards()).toBe(1);
  });

  it('tells when it could not be saved', async () => {
    const { keeper, failures } = keeperWith(() => Promise.reject(new Error('disk full')));
    keeper.keep('Alfa');
    keeper.flush();
    await keeper.discard();
    expect(failures).toHaveLength(1);
  });
});
