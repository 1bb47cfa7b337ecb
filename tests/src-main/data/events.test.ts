import { expect, test } from 'vitest';
import { openEvents } from '#main/data/events.ts';

const event = { topics: ['client'], ids: null };

test('what happens between asking for the stream and its first step is in it', async () => {
  const events = openEvents();
  const stream = events.stream(undefined);
  events.emit(event);
  expect(await stream.next()).toEqual({ done: false, value: event });
  events.close();
  expect(await stream.next()).toEqual({ done: true, value: undefined });
});

test('a stream that was aborted before its first step ends, and nothing is gathered for it', async () => {
  const events = openEvents();
  const asked = new AbortController();
  const stream = events.stream(asked.signal);
  asked.abort();
  events.emit(event);
  expect(await stream.next()).toEqual({ done: true, value: undefined });
});
