/** The server of `npm run bench sync`, in a process of its own, so that its time and memory are its own. */
import process from 'node:process';
import { hostServer } from '../helpers/hosted-server.ts';

const unlimited = { burst: 1e9, perMinute: 1e9 };
const server = await hostServer({ limits: { device: unlimited, member: unlimited, address: unlimited } });
const { url, adminInvitation, database } = server;
process.on('message', (asked) => {
  if (asked === 'usage') process.send?.({ cpu: process.cpuUsage(), memory: process.memoryUsage.rss() });
  else void server.stop().then(() => process.exit(0));
});
// The bench broke off.
process.on('disconnect', () => void server.stop().then(() => process.exit(1)));
process.send?.({ url, adminInvitation, databaseUrl: database.url });
