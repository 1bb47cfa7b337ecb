/** The way of a file to the engine: in slices of 1 MB, then one look at what it is. */
import { IMPORT_LIMIT, UPLOAD_CHUNK } from '#shared/contract/exchange.ts';
import { newId, rpc } from '#renderer/lib/client.ts';
import { ConnectionLost } from '#renderer/lib/connection.ts';
import { queryClient } from '#renderer/lib/live.ts';
import { emptyImport, markOpen, useImport } from './import-store.ts';
import { refusalSentence, troubleSentence } from './sentences.ts';

const MB = 1024 * 1024;
const ATTEMPTS = 4;

let current: AbortController | undefined;

/** Takes a new file in place of the one before; the wizard goes on when the engine understands it. */
export async function takeFile(file: File): Promise<void> {
  dropFile();
  const problem = knownBefore(file);
  if (problem) {
    useImport.setState({ trouble: problem });
    return;
  }
  const sending = new AbortController();
  current = sending;
  const upload = newId();
  useImport.setState({ file: { name: file.name, size: file.size }, sent: 0, source: { upload } });
  markOpen('open');
  try {
    for (let offset = 0; offset < file.size; offset += UPLOAD_CHUNK) {
      const slice = file.slice(offset, offset + UPLOAD_CHUNK);
      await sendSlice({ upload, name: file.name, offset, chunk: new File([slice], 'slice') }, sending.signal);
      if (sending.signal.aborted) return;
      useImport.setState({ sent: Math.min(offset + UPLOAD_CHUNK, file.size) });
    }
    const input = { source: { upload }, options: {} };
    const { format } = await queryClient.fetchQuery({
      queryKey: ['exchange', 'inspect', input],
      queryFn: ({ signal }) => rpc.exchange.inspect(input, { signal }),
    });
    if (sending.signal.aborted) return;
    useImport.setState({ sent: null, step: 'columns', isCards: format === 'vcard' });
  } catch (error) {
    if (sending.signal.aborted) return;
    dropFile();
    useImport.setState({ trouble: troubleOfReading(error) });
  }
}

/** Forgets the file here and with the engine. */
export function dropFile(): void {
  current?.abort();
  current = undefined;
  const source = useImport.getState().source;
  emptyImport();
  if (source && 'upload' in source) rpc.exchange.discard({ upload: source.upload }).catch(ignoreGone);
}

/** The engine forgets uploads by itself when it closes, so a discard that does not arrive loses nothing. */
function ignoreGone(): void {}

function knownBefore(file: File): string | null {
  if (file.size === 0) return refusalSentence({ problem: 'fileEmpty', params: {} });
  if (file.size <= IMPORT_LIMIT) return null;
  const params = { limitMb: Math.round(IMPORT_LIMIT / MB), sizeMb: Math.ceil(file.size / MB) };
  return refusalSentence({ problem: 'fileTooLarge', params });
}

type Slice = Parameters<typeof rpc.exchange.upload>[0];

/** A slice sent twice does no harm, so it is repeated when the line fell. */
async function sendSlice(slice: Slice, signal: AbortSignal): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rpc.exchange.upload(slice, { signal });
      return;
    } catch (error) {
      if (!(error instanceof ConnectionLost) || attempt === ATTEMPTS || signal.aborted) throw error;
    }
  }
}

/** A file removed or changed on the disk while it was read is the browser's error, not the engine's. */
function troubleOfReading(error: unknown): string {
  if (error instanceof DOMException) return refusalSentence({ problem: 'fileUnreadable', params: {} });
  return troubleSentence(error);
}
