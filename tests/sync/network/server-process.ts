/** The server as a process, on a database that outlives it. */
import process from 'node:process';
import { openServer } from '../../helpers/hosted-server.ts';
import { NO_LIMITS } from './world.ts';

const [databaseUrl = '', dataDir = ''] = process.argv.slice(2);
const { url } = await openServer({ url: databaseUrl }, dataDir, NO_LIMITS);
process.stdout.write(`${url}\n`);
