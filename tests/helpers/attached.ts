/** Attachments in tests: bytes that are a picture, added through the contract, and read back. */
import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { TestEngine } from './test-engine.ts';

const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const SLICE = 1024 * 1024;

/** Random, and a picture by its first bytes. */
export function pictureBytes(size: number): Buffer {
  return Buffer.concat([PNG, randomBytes(Math.max(0, size - PNG.length))]);
}

export async function addClient(engine: TestEngine, name = 'Pekáreň Nitra'): Promise<string> {
  const id = engine.base.newId();
  await engine.client.clients.create({ id, values: { name, status: 'active', owner: engine.base.member() } });
  return id;
}

/** Returns the id of the attachment. */
export async function attachBytes(
  engine: Pick<TestEngine, 'client'>,
  client: string,
  bytes: Buffer,
  name = 'regál.png',
): Promise<string> {
  const id = randomUUID();
  await engine.client.attachments.begin({ id, client, name, recording: false });
  for (let offset = 0; offset < bytes.length; offset += SLICE) {
    const chunk = new File([new Uint8Array(bytes.subarray(offset, offset + SLICE))], 'slice');
    await engine.client.attachments.send({ id, offset, chunk });
  }
  await engine.client.attachments.finish({ id });
  await engine.client.attachments.add({ id, client });
  return id;
}

export async function attachedBytes(engine: Pick<TestEngine, 'client'>, id: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let offset = 0, size = 1; offset < size; ) {
    const answer = await engine.client.attachments.read({ id, offset });
    pieces.push(Buffer.from(await answer.bytes.arrayBuffer()));
    size = answer.size;
    offset += answer.bytes.size;
  }
  return Buffer.concat(pieces);
}

/** Every file of attachments on this disk, also of what is still coming in. */
export function blobFiles({ folder }: Pick<TestEngine, 'folder'>): string[] {
  const blobs = path.join(folder, 'blobs');
  if (!fs.existsSync(blobs)) return [];
  return fs
    .readdirSync(blobs, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name));
}
