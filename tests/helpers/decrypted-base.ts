/** The file of a base as somebody sees it who has its key: nothing that left may stand anywhere in it. */
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Base } from '#main/data/base.ts';
import { keyLiteral } from '#main/data/connection.ts';
import { expect } from 'vitest';

/** The base decrypted, with its log written back. */
export function decrypted({ writer, key, file }: Base): string {
  writer.pragma('wal_checkpoint(TRUNCATE)');
  expect(readFileSync(`${file}-wal`)).toHaveLength(0);
  const copy = new Database(file, { readonly: true });
  copy.pragma(`cipher = 'aegis'`);
  copy.pragma(`key = "${keyLiteral(key)}"`);
  const image = copy.serialize().toString('latin1');
  copy.close();
  return image;
}

/** How a word stands in the file, in clear and as the index spells it. */
export const traces = (image: string, ...words: string[]) =>
  words.filter((word) => image.includes(Buffer.from(word).toString('latin1')));
