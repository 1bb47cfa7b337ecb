/** A network after whose given step this process is killed: odd steps stand before a request, even ones before its answer. */
import process from 'node:process';
import type { Fetch } from '#main/sync/line.ts';

export function killingFetch(at: number): Fetch {
  let step = 0;
  const take = () => {
    step += 1;
    if (step === at) process.kill(process.pid, 'SIGKILL');
  };
  return async (url, init) => {
    take();
    const answer = await fetch(url, init);
    const body = await answer.arrayBuffer();
    take();
    return new Response(body, { status: answer.status, headers: { 'content-type': 'application/json' } });
  };
}
