/** Requests with exactly the headers a test gives: `fetch` sets Host and Origin itself. */
import http from 'node:http';
import { text } from 'node:stream/consumers';

export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

export function request(
  address: string,
  headers: Record<string, string> = {},
  options: { method?: string; path?: string } = {},
): Promise<Answer> {
  const { hostname, port, pathname, search } = new URL(address);
  return new Promise((resolve, reject) => {
    http
      .request(
        {
          hostname,
          port,
          headers,
          agent: false,
          path: options.path ?? pathname + search,
          method: options.method,
        },
        (response) => {
          const { statusCode = 0, headers: answered } = response;
          text(response).then((body) => resolve({ status: statusCode, headers: answered, body }), reject);
        },
      )
      .on('error', reject)
      .end();
  });
}

/** The `name=value` part of the first cookie that an answer sets. */
export function cookieOf({ headers }: Answer): string {
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}
