import { describe, expect, test } from 'vitest';
import { givenWords, readStartOptions } from '#main/shell-desktop/start-options.ts';

test('an installed program has no script before the words', () => {
  expect(givenWords(['/opt/vizitka', '--hidden'], true)).toEqual(['--hidden']);
  expect(givenWords(['/x/electron', 'out/main.js', '--hidden'], false)).toEqual(['--hidden']);
});

describe('a window', () => {
  test.each([
    [[], { for: 'window', profile: undefined, hidden: false }],
    [['--profile', '/data/eva'], { for: 'window', profile: '/data/eva', hidden: false }],
    [['--profile=/data/eva', '--hidden'], { for: 'window', profile: '/data/eva', hidden: true }],
    [['--no-sandbox', '--ozone-platform=x11'], { for: 'window', profile: undefined, hidden: false }],
    [['--profile'], { for: 'window', profile: undefined, hidden: false }],
    [['--profile='], { for: 'window', profile: undefined, hidden: false }],
  ])('%j', (words, expected) => {
    expect(readStartOptions(words)).toEqual(expected);
  });
});

test('after --cli every word is the command line’s own', () => {
  expect(readStartOptions(['--cli', '--profile', '/data/eva', 'search', '--hidden'])).toEqual({
    for: 'commandLine',
    words: ['--profile', '/data/eva', 'search', '--hidden'],
  });
  expect(readStartOptions(['--no-sandbox', '--cli', 'verify'])).toEqual({
    for: 'commandLine',
    words: ['verify'],
  });
});
