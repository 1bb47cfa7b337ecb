/**
 * Values as a structured clone carries them, written as text: what a page says to the main process passes through
 * strings here. Runs in Node and in the page; throws on functions and symbols as Electron does.
 */

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
/** What JSON cannot say: `{ $: kind, v: value }`. Plain objects are written as `o`, so that nothing can be mistaken. */
type Tagged = { $: string; v: Json };

export function encodeWire(value: unknown): string {
  return JSON.stringify(write(value));

  function write(item: unknown): Json {
    if (item === null || typeof item === 'boolean' || typeof item === 'string') return item;
    if (item === undefined) return tag('undefined', null);
    if (Object.is(item, -0)) return tag('number', '-0');
    if (typeof item === 'number') return Number.isFinite(item) ? item : tag('number', String(item));
    if (typeof item === 'bigint') return tag('bigint', String(item));
    if (typeof item !== 'object') throw new Error('An object could not be cloned.');
    if (Array.isArray(item)) return item.map(write);
    if (item instanceof Date) return tag('date', item.getTime());
    if (item instanceof Map) return tag('map', [...item].map(write));
    if (item instanceof Set) return tag('set', [...item].map(write));
    if (item instanceof Error) return tag('error', [item.name, item.message]);
    if (item instanceof ArrayBuffer) return tag('buffer', toBase64(new Uint8Array(item)));
    // Typed arrays of other kinds cross as bytes, as nothing of ours sends any.
    if (ArrayBuffer.isView(item))
      return tag('bytes', toBase64(new Uint8Array(item.buffer, item.byteOffset, item.byteLength)));
    return tag(
      'object',
      Object.entries(item).map(([key, inner]) => [key, write(inner)]),
    );
  }

  function tag(kind: string, v: Json): Json {
    return { $: kind, v };
  }

  function toBase64(bytes: Uint8Array): string {
    let text = '';
    for (let at = 0; at < bytes.length; at += 32_768)
      text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
    return btoa(text);
  }
}

export function decodeWire(text: string): unknown {
  return read(JSON.parse(text) as Json);

  function read(item: Json): unknown {
    if (item === null || typeof item !== 'object') return item;
    if (Array.isArray(item)) return item.map(read);
    const { $: kind, v } = item as Tagged;
    if (kind === 'undefined') return undefined;
    if (kind === 'number') return Number(v);
    if (kind === 'bigint') return BigInt(v as string);
    if (kind === 'date') return new Date(v as number);
    if (kind === 'map') return new Map((v as Json[]).map((pair) => read(pair) as [unknown, unknown]));
    if (kind === 'set') return new Set((v as Json[]).map(read));
    if (kind === 'buffer') return toBytes(v as string).buffer;
    if (kind === 'bytes') return toBytes(v as string);
    if (kind === 'error') {
      const [name, message] = v as string[];
      return Object.assign(new Error(message), { name });
    }
    return Object.fromEntries((v as [string, Json][]).map(([key, inner]) => [key, read(inner)]));
  }

  function toBytes(base64: string): Uint8Array {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  }
}
