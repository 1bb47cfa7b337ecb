/**
 * `exchange-until-killed.ts FOLDER KEY STEP`: writes a client, exchanges, and ends itself with SIGKILL at the step: odd
 * ones stand before a request, even ones between what the server did and its answer.
 */
import process from 'node:process';
import { newClient } from './team-work.ts';
import { openTestEngine } from './test-engine.ts';

const [, , folder = '', key = '', at = '0'] = process.argv;
let step = 0;
const take = () => {
  step += 1;
  if (step === Number(at)) process.kill(process.pid, 'SIGKILL');
};

const engine = openTestEngine({
  folder,
  key: Buffer.from(key, 'hex'),
  sync: {
    async fetch(url, init) {
      take();
      const answer = await fetch(url, init);
      const body = await answer.arrayBuffer();
      take();
      return new Response(body, { status: answer.status, headers: { 'content-type': 'application/json' } });
    },
  },
});
newClient(engine, `Krok ${at}`);
const { trouble } = await engine.client.sync.now({});
engine.close();
process.exit(trouble === null ? 0 : 1);
