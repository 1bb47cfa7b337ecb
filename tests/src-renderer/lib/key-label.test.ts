import { expect, it } from 'vitest';
import { keyLabel } from '#renderer/lib/key-label.ts';

it('names keys as the keyboard does', () => {
  expect(keyLabel('Ctrl Shift N', 'darwin')).toBe('⌘ Shift N');
  expect(keyLabel('Ctrl Shift N', 'win32')).toBe('Ctrl Shift N');
  expect(keyLabel('S', 'darwin')).toBe('S');
  expect(keyLabel('Ctrl K', undefined)).toBe('Ctrl K');
});
