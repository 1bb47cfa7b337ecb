/** What an operator asks: whether the server is well, and its figures. Neither tells anything about a person. */
import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { PRODUCT } from '#shared/sync/wire.ts';
import type { Metrics } from './metrics.ts';
import { SyncError } from '../sync/sync-error.ts';

export interface OperatorView {
  /** Resolves when the database answers and its migrations are current; rejects otherwise. */
  checkHealth(): Promise<void>;
  /** Brings gauges that are read from the database up to date. */
  readGauges(metrics: Metrics): Promise<void>;
  readonly description: object;
  /** Figures are given to this token, and to the machine itself when nothing stands between. */
  readonly metricsToken: string | undefined;
}

export function addOperatorRoutes(app: FastifyInstance, view: OperatorView, metrics: Metrics): void {
  app.get('/openapi.json', async () => view.description);
  app.get('/health', async (request) => {
    try {
      await view.checkHealth();
    } catch (error) {
      request.log.error({ err: error }, 'not healthy');
      throw new SyncError('unavailable', { reason: 'database' });
    }
    return { product: PRODUCT, status: 'ok' };
  });
  app.get('/metrics', async (request, reply) => {
    if (!mayRead(request, view.metricsToken)) throw new SyncError('not_allowed');
    await view.readGauges(metrics);
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(metrics.text());
  });
}

export function measure(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    metrics.add('vizitka_requests_total', { route, status: String(reply.statusCode) });
    metrics.observe('vizitka_request_seconds', reply.elapsedTime / 1000, { route });
  });
}

/** A proxy on this machine also comes from loopback, but says for whom it asks. */
function mayRead({ headers, socket }: FastifyRequest, token: string | undefined): boolean {
  const given = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  if (given !== undefined && token !== undefined) return equal(given, token);
  const forwarded = headers['x-forwarded-for'] ?? headers.forwarded ?? headers.via;
  return forwarded === undefined && /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '');
}

function equal(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
