/** Procedures of the settings screen and of the first start. */
import { implement } from '@orpc/server';
import type { EngineContext } from '#main/data/context.ts';
import { settings } from '#shared/contract/settings.ts';
import { changePreferences, renameMember, setUp } from './commands.ts';
import { listMembers, readSettings } from './queries.ts';

const os = implement(settings).$context<EngineContext>();

export const settingsRouter = os.router({
  get: os.get.handler(({ context }) => readSettings(context)),
  setUp: os.setUp.handler(({ input, context }) => {
    setUp(context.engine.base, input);
    return {};
  }),
  change: os.change.handler(({ input, context }) => {
    changePreferences(context.engine.base, input);
    return {};
  }),
  rename: os.rename.handler(({ input, context }) => {
    renameMember(context.engine.base, input.name);
    return {};
  }),
  members: os.members.handler(({ context }) => listMembers(context.engine.base)),
  openProfile: os.openProfile.handler(async ({ input, context }) => {
    await context.host.openProfile(input.kind);
    return {};
  }),
});
