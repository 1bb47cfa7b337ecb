/** The HTTP server: messages, hints, and what an operator asks. It knows nothing of the database. */
import type { Socket } from 'node:net';
import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { MESSAGE_BYTES } from '#shared/sync/wire.ts';
import { dressAnswers } from './answers.ts';
import { addBlobRoutes, type BlobDoor } from './blob-routes.ts';
import { readJsonBodies } from './body.ts';
import { followConnections } from './connections.ts';
import { bodyOf, refusalOf, sendRefusal } from './errors.ts';
import { logAnswers, logOptions, logUnexpected } from './log.ts';
import type { Metrics } from './metrics.ts';
import { addOperatorRoutes, measure, type OperatorView } from './operator.ts';
import type { Pokes } from './poke.ts';
import {
  addMessages,
  type Authenticate,
  type Handlers,
  type Limits,
  limitAddresses,
  makeCallerOf,
} from './routes.ts';
import { SyncError } from '../sync/sync-error.ts';

export interface AppParts {
  readonly handlers: Handlers;
  readonly blobs: BlobDoor;
  readonly authenticate: Authenticate;
  readonly operator: OperatorView;
  readonly metrics: Metrics;
  readonly pokes: Pokes;
  readonly limits: Limits;
  /** Addresses and networks of proxies whose `X-Forwarded-For` is believed; of nobody's by default. */
  readonly trustedProxies: readonly string[];
  readonly log: FastifyBaseLogger;
}

/** Not listening yet. */
export function buildApp(parts: AppParts): FastifyInstance {
  const app = fastify({
    ...logOptions(parts.log),
    trustProxy: parts.trustedProxies.length > 0 ? [...parts.trustedProxies] : false,
    bodyLimit: MESSAGE_BYTES,
    // Who sends a request drop by drop is cut off; answers and streams of hints are not bound by it.
    requestTimeout: 60_000,
    keepAliveTimeout: 75_000,
    exposeHeadRoutes: false,
    // What still arrives while it stops is answered like anything else.
    return503OnClosing: false,
    clientErrorHandler,
    // A path that cannot be read never reaches a route, nor its error handler.
    frameworkErrors: (error, _, reply) => void sendRefusal(reply, refusalOf(error).refusal),
  });
  readJsonBodies(app);
  dressAnswers(app);
  logAnswers(app);
  measure(app, parts.metrics);
  limitAddresses(app, parts.limits);
  app.setErrorHandler((error, request, reply) => {
    const { refusal, unexpected } = refusalOf(error);
    if (unexpected) logUnexpected(request.log, error);
    return sendRefusal(reply, refusal);
  });
  const callerOf = makeCallerOf(parts.authenticate, parts.limits);
  addMessages(app, parts.handlers, callerOf);
  addBlobRoutes(app, parts.blobs, callerOf);
  parts.pokes.addRoute(app, callerOf);
  addOperatorRoutes(app, parts.operator, parts.metrics);
  refuseUnknown(app);
  const connections = followConnections(app.server);
  app.addHook('preClose', async () => {
    // Streams have no end of their own that closing could wait for.
    parts.pokes.closeAll();
    connections.end();
  });
  return app;
}

/** Another method of a known path is told apart from an unknown path. */
function refuseUnknown(app: FastifyInstance): void {
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const allowed = (['GET', 'POST'] as const).filter((method) => app.hasRoute({ method, url: path }));
    if (allowed.length === 0) return sendRefusal(reply, new SyncError('not_found', { reason: 'path' }));
    void reply.code(405).header('allow', allowed.join(', '));
    return reply.send(bodyOf('invalid', { reason: 'method' }));
  });
}

/** What is no HTTP at all gets an answer too, when there is still somebody to read it. */
function clientErrorHandler(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const body = JSON.stringify(bodyOf('invalid'));
  socket.end(
    'HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-type: application/json\r\n' +
      `content-length: ${body.length}\r\n\r\n${body}`,
  );
}
