/** Opens the database in a folder, says so, and stays until it is killed. */
import process from 'node:process';
import { openDatabase } from '#server/data/database.ts';

const db = await openDatabase({ dataDir: process.argv[2] ?? '' });
process.stdout.write(`${db.url}\n`);
setInterval(() => undefined, 60_000);
