/** Requests with exactly the headers a test gives: `fetch` sets Host and Origin itself. */
import http from 'node:http';

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
        async (response) => {
          let body = '';
          for await (const part of response.setEncoding('utf8')) body += part as string;
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
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
