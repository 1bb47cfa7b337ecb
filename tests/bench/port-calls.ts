/** One procedure asked again and again, each answer awaited before the next question, as plain messages of the contract. */
import type { MessagePort } from 'node:worker_threads';
import type { Page } from '@playwright/test';
import type { Electron } from '../e2e/desktop/desktop.ts';

/** Answers that are waited for; the first tenth of them only warms up. */
export const ANSWERS = 1_000;

const question = (no: number) => JSON.stringify({ i: String(no), p: { u: '/status/get', b: { json: {} } } });

/** Microseconds of each answer. */
export async function timeOverPort(port: MessagePort): Promise<number[]> {
  const took: number[] = [];
  for (let no = 0; no < ANSWERS; no += 1) {
    const from = performance.now();
    const answer = new Promise((resolve) => port.once('message', resolve));
    port.postMessage(question(no));
    await answer;
    took.push((performance.now() - from) * 1000);
  }
  port.close();
  return took.slice(ANSWERS / 10);
}

/** Runs in the main process and sees nothing of this file: an engine of its own, and a port to it. */
export async function timeOverMainPort(
  { MessageChannelMain, utilityProcess }: Electron,
  { script, options, answers }: { script: string; options: object; answers: number },
): Promise<number[]> {
  const engine = utilityProcess.fork(decodeURIComponent(new URL(script).pathname));
  await new Promise((resolve) => {
    engine.once('message', resolve);
    engine.postMessage({ do: 'open', options });
  });
  const { port1, port2 } = new MessageChannelMain();
  engine.postMessage({ do: 'connect', view: 'window' }, [port2]);
  port1.start();
  const took: number[] = [];
  for (let no = 0; no < answers; no += 1) {
    const from = performance.now();
    const answer = new Promise((resolve) => port1.once('message', resolve));
    port1.postMessage(JSON.stringify({ i: String(no), p: { u: '/status/get', b: { json: {} } } }));
    await answer;
    took.push((performance.now() - from) * 1000);
  }
  const ended = new Promise((resolve) => engine.once('exit', resolve));
  engine.kill();
  await ended;
  return took.slice(answers / 10);
}

/** As text, because this folder knows no page: it runs there. */
export async function timeOverWindow(page: Page): Promise<number[]> {
  const took = await page.evaluate<number[]>(`(async () => {
    const port = await new Promise((resolve) => {
      window.addEventListener('message', function receive({ data, ports: [given] }) {
        if (data !== 'vizitka:engine-port' || !given) return;
        window.removeEventListener('message', receive);
        resolve(given);
      });
      window.desktop.connect();
    });
    port.start();
    const took = [];
    for (let no = 0; no < ${ANSWERS}; no += 1) {
      const from = performance.now();
      const answer = new Promise((resolve) => port.addEventListener('message', resolve, { once: true }));
      port.postMessage(JSON.stringify({ i: String(no), p: { u: '/status/get', b: { json: {} } } }));
      await answer;
      took.push((performance.now() - from) * 1000);
    }
    port.close();
    return took;
  })()`);
  return took.slice(ANSWERS / 10);
}
