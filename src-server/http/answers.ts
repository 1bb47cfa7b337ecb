/** What every answer has: strict headers, and compression where it is worth it. */
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Smaller answers gain nothing; tokens are smaller, and are therefore never compressed beside foreign text. */
const WORTH_BYTES = 1_400;

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
/** Measured on pages of records: three times as fast as the default for a few percent more. */
const BROTLI = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 } };

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

export function dressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    void reply.headers(HEADERS).header('x-request-id', request.id);
    if (request.protocol === 'https') void reply.header('strict-transport-security', 'max-age=31536000');
    if (typeof payload !== 'string' || payload.length < WORTH_BYTES) return payload;
    void reply.header('vary', 'accept-encoding');
    const encoding = accepted(request);
    if (!encoding) return payload;
    void reply.header('content-encoding', encoding).removeHeader('content-length');
    return encoding === 'br' ? brotli(payload, BROTLI) : gzip(payload);
  });
}

function accepted({ headers }: FastifyRequest): 'br' | 'gzip' | undefined {
  const wanted = String(headers['accept-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]?.trim());
  return (['br', 'gzip'] as const).find((encoding) => wanted.includes(encoding));
}
