/** Procedures of the day. */
import { implement } from '@orpc/server';
import type { EngineContext } from '#main/data/context.ts';
import { daily } from '#shared/contract/day.ts';
import { leaveLine, readCheck } from './check.ts';
import { readWeek } from './meetings.ts';
import { readOverview } from './overview.ts';
import { listQuiet } from './quiet-clients.ts';
import { answerReminder, openReminders } from './reminders.ts';
import { changeDaySettings, daySettingsOf } from './settings.ts';
import { tellZone } from './zone.ts';

const os = implement(daily).$context<EngineContext>();

export const dayRouter = os.router({
  overview: os.overview.handler(({ input, context }) => readOverview(context.engine.base, input)),
  quiet: os.quiet.handler(({ input, context }) => listQuiet(context.engine.base, input)),
  check: os.check.handler(({ input, context }) => readCheck(context.engine.base, input)),
  leave: os.leave.handler(({ input, context }) => {
    leaveLine(context.engine.base, input);
    return {};
  }),
  week: os.week.handler(({ input, context }) => readWeek(context.engine.base, input)),
  reminders: os.reminders.handler(({ context }) => {
    const { base } = context.engine;
    return { now: base.now(), rows: openReminders(base) };
  }),
  answerReminder: os.answerReminder.handler(({ input, context }) => {
    answerReminder(context.engine.base, input);
    return {};
  }),
  here: os.here.handler(({ input, context }) => {
    tellZone(context.engine.base, input.zone);
    return {};
  }),
  settings: os.settings.handler(({ context }) => daySettingsOf(context.engine.base)),
  changeSettings: os.changeSettings.handler(({ input, context }) => {
    changeDaySettings(context.engine.base, input);
    return {};
  }),
});
