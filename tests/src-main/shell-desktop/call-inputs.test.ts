import { expect, test } from 'vitest';
import { CALLS, readInput } from '#main/shell-desktop/call-inputs.ts';

test('what a call takes', () => {
  expect(readInput('openFile', ['zoznam.csv', new Uint8Array([1])])).toEqual([
    'zoznam.csv',
    new Uint8Array([1]),
  ]);
  expect(readInput('capture', [null])).toEqual([null]);
  expect(readInput('notify', ['importDone', 12])).toEqual(['importDone', 12]);
  expect(CALLS).toContain('startAgain');
});

test.each([
  ['openFile', ['zoznam.csv', 'text']],
  ['openFile', ['', new Uint8Array()]],
  ['openFile', ['x'.repeat(301), new Uint8Array()]],
  ['openFile', [{ toString: 'x' }, new Uint8Array()]],
  ['savePdf', []],
  ['savePdf', ['a', 'b']],
  ['notify', ['anything', 1]],
  ['notify', ['importDone', -1]],
  ['notify', ['importDone', 1.5]],
  ['setStartWithSystem', ['yes']],
  ['capture', ['screen']],
  ['speak', ['cz']],
  ['print', ['x']],
] as const)('%s refuses %j', (call, sent) => {
  expect(() => readInput(call, sent)).toThrow(TypeError);
});

test('a refusal does not repeat what was sent', () => {
  expect(() => readInput('speak', ['Jana Kováčová'])).toThrow(/^not an input of speak$/);
});
