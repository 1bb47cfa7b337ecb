import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Engine } from '#main/data/context.ts';
import { startReminderClock } from '#main/engine/reminder-clock.ts';
import type { ReminderNotice } from '#shared/desktop/reminders.ts';
import { openTestEngine, type TestEngine } from '../../helpers/test-engine.ts';

const MINUTE = 60_000;
/** Friday 27 November 2026, noon in Bratislava. */
const NOON = Date.UTC(2026, 10, 27, 11);

let engine: TestEngine;

beforeEach(() => {
  engine = openTestEngine();
  vi.useFakeTimers({ now: NOON });
});

afterEach(() => {
  vi.useRealTimers();
  engine.close();
});

test('looks at the start and each minute, with no window; a shut base is waited for, and a stop ends it', async () => {
  const client = engine.base.newId();
  await engine.client.clients.create({ id: client, values: { name: 'Lipová píla', status: 'active' } });
  const startsAt = NOON + 17 * MINUTE;
  const plan = (at: number) =>
    engine.client.meetingPlans.plan({
      id: engine.base.newId(),
      values: { client, type: 'needs', startsAt: at, endsAt: at + 60 * MINUTE, zone: 'Europe/Bratislava' },
    });
  await plan(startsAt);
  let open: Engine | null = null;
  const told: ReminderNotice[] = [];
  const clock = startReminderClock(
    () => open,
    (notices) => told.push(...notices),
  );
  await vi.advanceTimersByTimeAsync(MINUTE);
  open = engine.context.engine;
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(told).toMatchObject([{ kind: 'meeting' }]);
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  expect(told, 'each is told once').toHaveLength(1);
  await plan(NOON + 20 * MINUTE);
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(told).toHaveLength(2);
  clock.stop();
  await plan(NOON + 21 * MINUTE);
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  expect(told).toHaveLength(2);
});
