/** Listens to a server's hints as a device does. */
import { POKE_PATH, poke } from '#shared/sync/wire.ts';

export interface PokeEar {
  readonly status: number;
  /** Heads in the order they were told. */
  readonly heads: number[];
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>;
  close(): void;
}

export async function listenPokes(url: string, accessToken: string): Promise<PokeEar> {
  const stop = new AbortController();
  const answer = await fetch(url + POKE_PATH, {
    headers: { authorization: `Bearer ${accessToken}`, accept: 'text/event-stream' },
    signal: stop.signal,
  });
  const heads: number[] = [];
  const ended = read(answer, heads).catch(() => undefined);
  return { status: answer.status, heads, ended, close: () => stop.abort() };
}

async function read({ body }: Response, heads: number[]): Promise<void> {
  let text = '';
  for await (const part of (body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
    text += part;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      if (event.startsWith('data: ')) heads.push(poke.parse(JSON.parse(event.slice(6))).head);
    }
  }
}
