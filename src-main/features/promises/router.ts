/** Procedures of promises and of requests to departments. */
import { implement } from '@orpc/server';
import type { EngineContext } from '#main/data/context.ts';
import { departmentRequests, promises } from '#shared/contract/promises.ts';
import {
  createPromise,
  editPromise,
  endPromise,
  reopenPromise,
  snoozePromise,
  wakePromise,
} from './commands.ts';
import {
  countGroups,
  countLate,
  getPromise,
  listDepartments,
  listPromises,
  readPromisesOfClient,
} from './queries.ts';
import { answerRequest, createRequest, editRequest, reopenRequest } from './request-commands.ts';
import { getRequest, listRequests, summariseAnswers } from './request-queries.ts';

const os = implement({ promises, departmentRequests }).$context<EngineContext>();
const p = os.promises;
const r = os.departmentRequests;

export const promisesRouter = p.router({
  list: p.list.handler(({ input, context }) => listPromises(context.engine.base, input)),
  groups: p.groups.handler(({ input, context }) =>
    countGroups(context.engine.base, input.filter, input.today),
  ),
  get: p.get.handler(({ input, context }) => getPromise(context.engine.base, input.id)),
  ofClient: p.ofClient.handler(({ input, context }) =>
    readPromisesOfClient(context.engine.base, input.client),
  ),
  late: p.late.handler(({ input, context }) => countLate(context.engine.base, input.today)),
  departments: p.departments.handler(({ context }) => listDepartments(context.engine.base)),
  create: p.create.handler(({ input, context }) => createPromise(context.engine.base, input)),
  edit: p.edit.handler(({ input, context }) => editPromise(context.engine.base, input.id, input.values)),
  keep: p.keep.handler(({ input, context }) => endPromise(context.engine.base, input.id, 'kept')),
  break: p.break.handler(({ input, context }) => endPromise(context.engine.base, input.id, 'broken')),
  withdraw: p.withdraw.handler(({ input, context }) =>
    endPromise(context.engine.base, input.id, 'withdrawn'),
  ),
  reopen: p.reopen.handler(({ input, context }) => reopenPromise(context.engine.base, input.id)),
  snooze: p.snooze.handler(({ input, context }) =>
    snoozePromise(context.engine.base, input.id, input.until, input.reason),
  ),
  unsnooze: p.unsnooze.handler(({ input, context }) => wakePromise(context.engine.base, input.id)),
});

export const departmentRequestsRouter = r.router({
  list: r.list.handler(({ input, context }) => listRequests(context.engine.base, input)),
  get: r.get.handler(({ input, context }) => getRequest(context.engine.base, input.id)),
  create: r.create.handler(({ input: { id, ...values }, context }) =>
    createRequest(context.engine.base, id, values),
  ),
  edit: r.edit.handler(({ input, context }) => editRequest(context.engine.base, input.id, input.values)),
  answer: r.answer.handler(({ input, context }) =>
    answerRequest(context.engine.base, input.id, input.answer),
  ),
  reopen: r.reopen.handler(({ input, context }) => reopenRequest(context.engine.base, input.id)),
  statistics: r.statistics.handler(({ input, context }) =>
    summariseAnswers(context.engine.base, input.today),
  ),
});
