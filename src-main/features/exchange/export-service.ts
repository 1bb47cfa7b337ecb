/** Exports of one open base: a thread makes the file, its pieces pass through here on the way to whoever asked. */
import type { ExportEvent, ExportFormat, ExportKind } from '#shared/contract/exchange.ts';
import { eventQueue } from './event-queue.ts';
import type { ExportTask, FromExport } from './thread-messages.ts';
import { runThread } from './thread-run.ts';

const THREAD = new URL('./export-thread.ts', import.meta.url);
const ENDINGS: Record<ExportFormat, string> = {
  'csv-excel': 'csv',
  csv: 'csv',
  xlsx: 'xlsx',
  vcard30: 'vcf',
  vcard40: 'vcf',
  json: 'json',
};
const NAMES: Record<'sk' | 'en', Record<ExportKind, string>> = {
  sk: { contacts: 'kontakty', clients: 'klienti' },
  en: { contacts: 'contacts', clients: 'clients' },
};

export interface ExportRequest {
  readonly what: ExportKind;
  readonly format: ExportFormat;
  readonly columns: readonly string[] | null;
  readonly language: 'sk' | 'en';
  readonly ids: readonly string[] | null;
  /** Day for the name of the file, YYYY-MM-DD. */
  readonly today: string;
}

/** Streams the file. Leaving the iterator stops the thread. */
export function exportFile(
  base: { file: string; key: Buffer },
  request: ExportRequest,
): AsyncGenerator<ExportEvent, void, undefined> {
  const abort = new AbortController();
  const queue = eventQueue<ExportEvent>(abort);
  const stop = new SharedArrayBuffer(8);
  const words = new Int32Array(stop);
  const ending = ENDINGS[request.format];
  const name = `${NAMES[request.language][request.what]}-${request.today}.${ending}`;
  const { today: _, ...rest } = request;
  const task: ExportTask = { ...rest, base: base.file, key: base.key, stop };
  runThread<FromExport>(THREAD, task, stop, {
    signal: abort.signal,
    tell(message) {
      if (message.is === 'progress')
        queue.push({ type: 'progress', done: message.done, total: message.total });
      else if (message.is === 'piece')
        queue.push({
          type: 'chunk',
          chunk: Buffer.from(message.bytes).toString('base64'),
        });
      else queue.push({ type: 'done', rows: message.rows, name });
    },
  }).then(
    () => queue.end(),
    (error: unknown) => queue.end(error),
  );
  return fetched(queue.events(), words);
}

/** Tells the thread of every piece that was fetched, so that it makes the next one. */
async function* fetched(
  events: AsyncGenerator<ExportEvent, void, undefined>,
  words: Int32Array,
): AsyncGenerator<ExportEvent, void, undefined> {
  for await (const event of events) {
    if (event.type === 'chunk') {
      Atomics.sub(words, 1, 1);
      Atomics.notify(words, 1);
    }
    yield event;
  }
}
