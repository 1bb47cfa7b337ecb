import { expect, it } from 'vitest';
import { MENU_COMMANDS } from '#shared/desktop/bridge.ts';
import { COMMAND_IDS, COMMANDS } from '#shared/desktop/commands.ts';

it('every command of the native menu is one of the window', () => {
  expect(MENU_COMMANDS.filter((id) => !(id in COMMANDS))).toEqual([]);
});

it('no two commands have the same name or the same keys', () => {
  const labels = COMMAND_IDS.map((id) => COMMANDS[id].label);
  expect(new Set(labels).size).toBe(labels.length);
  const keys = COMMAND_IDS.flatMap((id) => ('keys' in COMMANDS[id] ? [COMMANDS[id].keys] : []));
  expect(new Set(keys).size).toBe(keys.length);
});
