/** Whether a message has the form that the library can take without throwing. */

/** Between the JSON and the bytes of a file; no byte of UTF-8. */
const JSON_ENDS = 0xff;

/** A request, an item of a stream or an abort, as the library encodes them: JSON, then perhaps bytes. */
export function isRequest(data: unknown): boolean {
  const text = typeof data === 'string' ? data : data instanceof Uint8Array ? jsonPart(data) : null;
  if (text === null) return false;
  try {
    const message = JSON.parse(text) as { i?: unknown; t?: unknown; p?: { u?: unknown; h?: unknown } };
    if (typeof message.i !== 'string') return false;
    if (message.t === 4) return true;
    if (message.t === 3) return typeof message.p === 'object' && message.p !== null;
    const { u, h } = message.p ?? {};
    return (
      message.t === undefined && typeof u === 'string' && /^\/[^/]/.test(u) && (h === undefined || isPlain(h))
    );
  } catch {
    return false;
  }
}

function isPlain(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function jsonPart(bytes: Uint8Array): string {
  const end = bytes.indexOf(JSON_ENDS);
  return new TextDecoder().decode(end === -1 ? bytes : bytes.subarray(0, end));
}
