/** `export contacts|clients`: the finished file appears at `--out` whole, or not at all. */
import path from 'node:path';
import {
  EXPORT_FORMATS,
  EXPORT_KINDS,
  type ExportFormat,
  type ExportKind,
} from '#shared/contract/exchange.ts';
import { choiceOf, type CommandLine, jsonWord, textOption } from './command-line.ts';
import { replaceFile } from './files.ts';
import { printJson, printLine } from './print.ts';
import type { Running } from './running.ts';

export interface ExportRequest {
  what: ExportKind;
  format: ExportFormat;
  out: string;
  filter: Record<string, unknown>;
}

/** Reads the options; a missing or wrong one is wrong usage. */
export function readExportRequest(line: CommandLine): ExportRequest {
  const filter = textOption(line, 'filter');
  return {
    what: choiceOf(line.words[0], EXPORT_KINDS, 'contacts|clients'),
    format: choiceOf(textOption(line, 'format'), EXPORT_FORMATS, '--format'),
    out: path.resolve(textOption(line, 'out') ?? choiceOf(undefined, [], '--out')),
    filter: filter === undefined ? {} : (jsonWord(filter) as Record<string, unknown>),
  };
}

export async function runExport(
  { what, format, out, filter }: ExportRequest,
  json: boolean,
  { client, say, language }: Running,
): Promise<void> {
  let rows = 0;
  await replaceFile(out, async (write) => {
    const events = await client.exchange.export({ export: { what, filter }, how: { format, language } });
    let finished = false;
    for await (const event of events) {
      if (event.type === 'chunk') await write(await bytesOf(event.chunk));
      if (event.type === 'done') {
        rows = event.rows;
        finished = true;
      }
    }
    if (!finished) throw new Error('the export ended before its end');
  });
  if (json) printJson({ file: out, rows });
  else printLine(say('export.done', { count: rows, file: out }));
}

async function bytesOf(chunk: string | Blob): Promise<Uint8Array> {
  return typeof chunk === 'string' ? Buffer.from(chunk, 'base64') : chunk.bytes();
}
