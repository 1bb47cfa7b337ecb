import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import { isStale, topicsRead } from '#renderer/lib/live.ts';
import { gatherTopics } from '#renderer/lib/live-events.ts';
import { pagesBetween } from '#renderer/lib/live-window.ts';

/** Work, and what only the server knows: asked when a person wants it, not whenever something changes. */
const ASKED_ONCE = new Set(['verify', 'exchange', 'sync.olderHistory', 'sync.devices', 'sync.members']);

describe('what a change makes stale', () => {
  it('is every query that reads the entity, and no other', () => {
    const changed = new Set(['interaction']);
    expect(isStale(['clients', 'desk', { id: 'x' }], changed)).toBe(true);
    expect(isStale(['meetings', 'timeline', {}], changed)).toBe(true);
    expect(isStale(['settings', 'get', {}], changed)).toBe(false);
    expect(isStale(['contracts', 'list', {}], changed)).toBe(false);
  });

  it('knows nothing of keys that are not procedures', () => {
    expect(isStale(['of', 'someone-else'], new Set(['client']))).toBe(false);
    expect(isStale([], new Set(['client']))).toBe(false);
  });

  it('is stated in the contract for every query that a screen may follow', () => {
    for (const [domain, procedures] of Object.entries(contract)) {
      for (const [name, procedure] of Object.entries(procedures)) {
        const { kind } = procedure['~orpc'].meta;
        if (kind === 'query' && !ASKED_ONCE.has(domain) && !ASKED_ONCE.has(`${domain}.${name}`)) {
          expect(topicsRead(domain, name), `${domain}.${name}`).not.toEqual([]);
        }
      }
    }
  });
});

describe('events that come together', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('are told once, and later ones again', () => {
    const told: string[][] = [];
    const gather = gatherTopics((topics) => told.push([...topics].sort()));
    gather(['client', 'draft']);
    gather(['client', 'contact']);
    vi.runAllTimers();
    expect(told).toEqual([['client', 'contact', 'draft']]);
    gather(['contract']);
    vi.runAllTimers();
    expect(told.at(-1)).toEqual(['contract']);
  });
});

describe('pages of a long list', () => {
  it('cover the rows in sight', () => {
    expect(pagesBetween(0, 30, 100)).toEqual([0]);
    expect(pagesBetween(95, 130, 100)).toEqual([0, 1]);
    expect(pagesBetween(60_000, 60_040, 100)).toEqual([600]);
  });

  it('are never so many that a wild scroll asks for everything', () => {
    expect(pagesBetween(0, 100_000, 100).length).toBeLessThanOrEqual(8);
  });
});
