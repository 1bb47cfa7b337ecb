import { expect, it } from 'vitest';
import { offeredCommands } from '#renderer/lib/commands.ts';

const done: string[] = [];
const say = (what: string) => () => void done.push(what);

it('offers what the frame and the screen can do, in the order of the list of all commands', () => {
  const frame = () => ({ clients: say('clients'), log: say('log'), demo: undefined });
  const screen = () => ({ print: say('print') });
  expect(offeredCommands([frame, screen]).map(({ id }) => id)).toEqual(['log', 'print', 'clients']);
});

it('lets the screen mounted last do what several can', () => {
  const list = () => ({ print: say('list') });
  const desk = () => ({ print: say('desk') });
  offeredCommands([list, desk])[0]?.run();
  expect(done).toEqual(['desk']);
});

it('offers nothing while nothing is mounted', () => {
  expect(offeredCommands([])).toEqual([]);
});
