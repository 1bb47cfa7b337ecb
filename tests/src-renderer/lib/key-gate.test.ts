import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createKeyGate, isLetterKey, keyName, SCANNER_GAP } from '#renderer/lib/key-gate.ts';

describe('single-letter keys', () => {
  const acted: string[] = [];
  let gate = createKeyGate();
  const press = (letter: string) => gate.letter(() => acted.push(letter), false);

  beforeEach(() => {
    vi.useFakeTimers();
    acted.length = 0;
    gate = createKeyGate(() => Date.now());
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('act for a hand', () => {
    press('v');
    vi.advanceTimersByTime(SCANNER_GAP);
    expect(acted).toEqual(['v']);
    vi.advanceTimersByTime(80);
    press('t');
    vi.advanceTimersByTime(SCANNER_GAP);
    expect(acted).toEqual(['v', 't']);
  });

  it('are ignored, the first one too, when they come less than 30 ms apart', () => {
    for (const letter of '4006381v333931') {
      press(letter);
      vi.advanceTimersByTime(12);
    }
    gate.other();
    vi.advanceTimersByTime(1000);
    expect(acted).toEqual([]);
  });

  it('act again after the scanner is quiet', () => {
    press('1');
    vi.advanceTimersByTime(5);
    press('2');
    vi.advanceTimersByTime(200);
    press('v');
    vi.advanceTimersByTime(SCANNER_GAP);
    expect(acted).toEqual(['v']);
  });

  it('do not act when another key follows at once (Enter after a code)', () => {
    press('v');
    vi.advanceTimersByTime(10);
    gate.other();
    vi.advanceTimersByTime(1000);
    expect(acted).toEqual([]);
  });

  it('repeat while held', () => {
    press('j');
    vi.advanceTimersByTime(500);
    for (let times = 0; times < 5; times += 1) {
      gate.letter(() => acted.push('j'), true);
      vi.advanceTimersByTime(28);
    }
    expect(acted).toHaveLength(6);
  });
});

describe('names of keys', () => {
  const key = (name: string, held: Partial<KeyboardEvent> = {}) =>
    keyName({ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

  it('are the same for both cases and both command keys', () => {
    expect(key('V', { shiftKey: true })).toBe('v');
    expect(key('k', { ctrlKey: true })).toBe('ctrl+k');
    expect(key('k', { metaKey: true })).toBe('ctrl+k');
    expect(key('Enter', { ctrlKey: true })).toBe('ctrl+enter');
    expect(key('?', { shiftKey: true })).toBe('?');
    expect(key('Tab', { shiftKey: true })).toBe('shift+tab');
  });

  it('tell a single letter from the rest', () => {
    expect(isLetterKey('v')).toBe(true);
    expect(isLetterKey('ľ')).toBe(true);
    expect(isLetterKey('ctrl+v')).toBe(false);
    expect(isLetterKey('arrowdown')).toBe(false);
  });
});
