import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '#server/data/database.ts';
import { makeSyncHandlers } from '#server/sync/handlers.ts';
import { addPerson, type HandDevice, makeFirm } from '../../helpers/firm.ts';
import { openTestDatabase } from '../../helpers/test-database.ts';

const db = await openTestDatabase();
const firm = await makeFirm(db);
// as several server processes would: a pool and handlers of its own each
const others = await Promise.all([1, 2, 3].map(() => openDatabase({ url: db.url })));
const servers = others.flatMap((other) => Array.from({ length: 8 }, () => makeSyncHandlers(other)));
afterAll(async () => {
  for (const server of servers) await server.close();
  for (const other of others) await other.close();
  await firm.close();
  await db.close();
});

const WRITERS = 24;
const PUSHES = 15;

test(`${WRITERS} devices write at once while one reads: its cursor never passes a row that it was not given`, async () => {
  const reader = await addPerson(firm);
  await reader.pull();
  const writers = await Promise.all(
    servers.map(({ handlers }) => addPerson({ ...firm, handlers, close: firm.close })),
  );
  expect(writers).toHaveLength(WRITERS);
  const written = new Map<string, number>();
  const seen = new Map<string, number>();
  let isWriting = true;

  const write = async (writer: HandDevice) => {
    for (let turn = 0; turn < PUSHES; turn++) {
      const drafts = [1, 2, 3].map((at) =>
        writer.create('client', { name: `K ${turn} ${at}`, status: 'active' }),
      );
      const { records } = await writer.push(...drafts.map((draft) => [draft]));
      for (const { id, seq } of records) written.set(id, seq);
    }
  };
  const read = async () => {
    let last = 0;
    for (let isLast = false; !isLast; ) {
      isLast = !isWriting;
      const { items, cursor, head } = await reader.page(50);
      expect(cursor).toBeLessThanOrEqual(head);
      for (const item of items) {
        if (item.kind !== 'record') continue;
        // a page begins where the one before ended, and nothing appears behind the cursor later
        expect(item.seq).toBeGreaterThan(last);
        seen.set(item.record.id, item.seq);
      }
      if (isLast && cursor < head) isLast = false;
      last = cursor;
    }
  };
  const reading = read();
  await Promise.all(writers.map(write));
  isWriting = false;
  await reading;
  expect(written.size).toBe(WRITERS * PUSHES * 3);
  expect([...written].filter(([id, seq]) => seen.get(id) !== seq)).toEqual([]);
}, 60_000);
