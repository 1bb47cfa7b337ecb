/** Listens to a server's hints as a device does. */
import { POKE_PATH, poke } from '#shared/sync/wire.ts';

export interface PokeEar {
  readonly status: number;
  /** Heads in the order they were told. */
  readonly heads: number[];
  /** Signs of life, the first at once. */
  readonly beats: () => number;
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
  let beats = 0;
  const ended = read(answer, heads, () => (beats += 1)).catch(() => undefined);
  return { status: answer.status, heads, beats: () => beats, ended, close: () => stop.abort() };
}

async function read({ body }: Response, heads: number[], onBeat: () => void): Promise<void> {
  let text = '';
  for await (const part of (body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
    text += part;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      if (event === ':') onBeat();
      else if (event.startsWith('data: ')) heads.push(poke.parse(JSON.parse(event.slice(6))).head);
    }
  }
}
