/**
 * The operator's log: one line of JSON for each answer, with method, route, status and duration. Nothing a person
 * typed, no address, no token and no identity of a device gets into it, neither do the texts of errors: PostgreSQL
 * puts values into them.
 */
import { randomUUID } from 'node:crypto';
import { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { pino } from 'pino';

export type LogLine = (line: string) => void;

/** Also for what is not an answer: starts, ends, notifications. */
export function openLog(write: LogLine): FastifyBaseLogger {
  // Requests and answers are never given to the log whole, whoever tries.
  const nothing = () => undefined;
  return pino(
    { level: 'info', base: null, serializers: { req: nothing, res: nothing, err: describeError } },
    { write },
  );
}

/** Options of fastify: our own line instead of its two, and ids that say nothing. */
export function logOptions(log: FastifyBaseLogger) {
  return {
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
  };
}

export function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
}

export function logUnexpected(log: FastifyBaseLogger, error: unknown): void {
  log.error({ err: error }, 'unexpected');
}

/** Kind, code and place of an error; never its text. */
export function describeError(error: unknown): { kind: string; code: string | undefined; at: string[] } {
  const { name, code, stack } = (error ?? {}) as { name?: string; code?: unknown; stack?: string };
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    kind: name ?? typeof error,
    code: typeof code === 'string' ? code : undefined,
    at: frames.slice(0, 6).map((line) => line.trim()),
  };
}
