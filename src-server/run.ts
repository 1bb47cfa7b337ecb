/** What a container starts: the command line of the server alone. */
import process from 'node:process';
import { runServer } from './main.ts';

process.exitCode = await runServer(process.argv.slice(2));
